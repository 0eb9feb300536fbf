def log = new File(basedir, 'build.log').text
def runs = log.split('Comparing with ').toList().tail()
assert runs.size() == 5

// where the branch began: what came to main since is no part of the change
assert runs[0] =~ /^[0-9a-f]{40}/
assert runs[0].contains('lost: ')
assert !runs[0].contains('waypoint-removed')
assert runs[1].contains('waypoint-removed')

// before the first intent there was nothing
assert runs[2].contains('gained: ')
assert runs[2].contains('is not there: all that lies in its place now counts as new')
assert runs[3].contains('there is no revision mian')

// what no revision could have is no change
assert log.contains('it names a revision alone')
assert runs[4].contains('does not lie in the repository')
