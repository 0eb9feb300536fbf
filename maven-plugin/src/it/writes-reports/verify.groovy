import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def mesh = new File(basedir, 'src/main/mesh/mesh.yaml').path
assert log.readLines().count { it.startsWith("[WARNING] ${mesh}:10:11 WM2003 ") } == 2
assert log.contains('Mesh intents: 1 warning.')
assert log.contains('Waymark found 1 warning.')

def json = new JsonSlurper().parse(new File(basedir, 'target/mesh.json'))
assert json.diagnostics*.code == ['WM2003']
assert json.summary == [errors: 0, warnings: 1, notes: 0]

def sarif = new JsonSlurper().parse(new File(basedir, 'target/mesh.sarif'))
assert sarif.runs[0].results*.ruleId == ['WM2003']
