import groovy.json.JsonSlurper

def review = new File(basedir, 'target/waymark/review')
assert new File(review, 'review.html').text.startsWith('<!doctype html>')
assert new File(review, 'review.md').text.contains('lost')
def json = new JsonSlurper().parse(new File(review, 'review.json'))
assert json.effects*.grade.contains('danger')

def log = new File(basedir, 'build.log').text
assert log =~ /\[WARNING\] (\S+mesh.yaml:\d+:\d+ )?danger lost: /
assert log.contains('The change has an effect that is graded danger or worse; see ')
