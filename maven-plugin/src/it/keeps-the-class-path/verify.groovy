assert new File(basedir, 'target/waymark/shop/waymark.lock').exists()
assert new File(basedir, 'target/class-path.txt').text.trim() == ''
