// Made here, since not every archive and checkout hands on names of other alphabets.
assert new File(basedir, 'src/meshes').renameTo(new File(basedir, 'src/mäin mesh'))
assert new File(basedir, 'src/mäin mesh/team').renameTo(new File(basedir, 'src/mäin mesh/команда'))
true
