assert new File(basedir, 'target/waymark/shop/waymark.lock').exists()
assert !new File(basedir, 'build.log').text.contains('Download')
