// Where permissions bind nobody, as for root, a file in the place of the folder does.
def rendered = new File(basedir, 'rendered')
rendered.mkdir()
rendered.setReadOnly()
if (rendered.canWrite()) {
    rendered.delete()
    rendered.text = 'a file'
}
true
