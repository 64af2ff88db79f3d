# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# What is to be seen while the app is built.

{
  printf '   Compiling serde v1.0.0\nwarning: unused\n'
  # Cargo is silent while it links.
  sleep 2.5
  printf '    Finished in 3s\n'
} | packaging/progress 7 1 >"$work/progress"
grep -qx '   0:0[12]  part 1 of about 7: serde' "$work/progress"
diff <(grep -v ' part ' "$work/progress") <(printf 'warning: unused\n    Finished in 3s\n')
passed "a build tells how far it is also while cargo is silent, and hides no warning"
