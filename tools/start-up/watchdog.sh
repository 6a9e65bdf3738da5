#!/bin/sh
# Ends what a launcher leaves behind when it is killed and cannot clean up itself.
#
# Standard input is a pipe from the launcher. Each line replaces the list of guarded processes, as SIGNAL:PID words;
# end of file means that the launcher is gone. The arguments are folders to remove at the very end.
trap '' HUP INT TERM

guarded=''
while IFS= read -r line; do guarded=$line; done

for entry in $guarded; do kill -s "${entry%%:*}" "${entry##*:}" 2>/dev/null; done

tries=0
while [ "$tries" -lt 100 ]; do
  alive=''
  for entry in $guarded; do kill -s 0 "${entry##*:}" 2>/dev/null && alive=yes; done
  [ -n "$alive" ] || break
  tries=$((tries + 1))
  sleep 0.1
done

for entry in $guarded; do kill -s KILL "${entry##*:}" 2>/dev/null; done
[ "$#" -eq 0 ] || rm -rf -- "$@"
