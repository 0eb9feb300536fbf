def git = { String... arguments ->
    def command = ['git', '-c', 'user.name=Build', '-c', 'user.email=build@example.com', *arguments]
    def process = command.execute(null, basedir)
    assert process.waitFor() == 0 : process.err.text
}
def mesh = new File(basedir, 'src/main/mesh/mesh.yaml')

// A main line, from which a branch takes the namespace out; after that the main line goes on.
git('init', '-q', '-b', 'empty')
git('commit', '-q', '--allow-empty', '-m', 'Begin')
git('checkout', '-q', '-b', 'main')
git('add', 'src', 'pom.xml')
git('commit', '-q', '-m', 'Release')
git('checkout', '-q', '-b', 'feature')
def released = mesh.text
mesh.text = released.replace('    - namespace: shop\n', '    - service: cart\n')
git('commit', '-q', '-a', '-m', 'Narrow')
git('checkout', '-q', 'main')
mesh.text = released + '  - name: later\n    namespace: shop\n    consumers:\n    - service: late\n'
git('commit', '-q', '-a', '-m', 'Go on')
git('checkout', '-q', 'feature')
true
