# zsh -f tab.zsh SHELL SCRIPT SCRATCH: types each line of standard input into a real SHELL, bash or zsh, that has loaded
# SCRIPT, presses the Tab key, and prints what the line is then. SCRATCH is a folder for notes between the two.

zmodload zsh/zpty
seconds=20
note=$3/note

await() {
    repeat $((seconds * 20)); do
        [[ -s $note ]] && return
        sleep 0.05
    done
    print -u2 "$1 does not answer"
    exit 1
}

case $1 in
    bash)
        zpty shell 'TERM=dumb INPUTRC=/dev/null bash --norc --noprofile -i'
        zpty -w shell "bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; source ${(q)2}"
        zpty -w shell "bind -x '\"\\C-x\\C-x\": printf %s \"\$READLINE_LINE\" >${(q)note}'"
        ;;
    zsh)
        zpty shell 'TERM=dumb zsh -f -i'
        zpty -w shell "autoload -Uz compinit && compinit -u -D && source ${(q)2}"
        zpty -w shell "unsetopt beep zle_bracketed_paste; note() { print -rn -- \"\$BUFFER\" >${(q)note} }"
        zpty -w shell "zle -N note; bindkey '^X^X' note; bindkey '^U' kill-whole-line"
        ;;
esac
zpty -w shell "printf ready >${(q)note}"
await $1

while IFS= read -r line; do
    rm -f $note
    zpty -w -n shell $line$'\t\x18\x18'
    await $1
    print -r -- "$(<$note)"
    zpty -w -n shell $'\x15'
done
zpty -d shell
