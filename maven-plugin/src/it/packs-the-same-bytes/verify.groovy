import java.util.zip.ZipFile

for (type in ['zip', 'tar.gz']) {
    def one = new File(basedir, "one/target/one-1-mesh.${type}").bytes
    def two = new File(basedir, "two/target/two-1-mesh.${type}").bytes
    assert one.length > 1000
    assert Arrays.equals(one, two) : type
}

// In order, of one time, and nothing but what was rendered.
def zip = new ZipFile(new File(basedir, 'one/target/one-1-mesh.zip'))
def entries = zip.entries().toList()
assert entries*.name == entries*.name.sort(false)
assert entries*.time.unique().size() == 1
assert entries*.name.contains('shop/waymark.lock')
zip.close()
