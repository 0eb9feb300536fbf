def tree = { root ->
    def files = [:]
    root.eachFileRecurse(groovy.io.FileType.FILES) { files[root.relativePath(it)] = it.bytes }
    files
}
def made = tree(new File(basedir, 'producer/target/waymark'))
def unpacked = tree(new File(basedir, 'consumer/target/mesh'))
unpacked.keySet().removeAll { it.startsWith('META-INF/') }
assert made.size() > 5
assert unpacked.keySet() == made.keySet()
for (path in made.keySet()) {
    assert Arrays.equals(made[path], unpacked[path]) : path
}
