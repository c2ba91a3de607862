/** Commands of the documents that no test can run, each with its reason. One that nothing needs any more is an error. */
export const ALLOWED_COMMANDS: readonly { readonly command: RegExp; readonly why: string }[] = [
  { command: /^git (?:clone|fetch|checkout|push|tag)\b/, why: 'asks or changes a repository that is not here' },
  { command: /^(?:cd|cat|cp|sed|tail|unit) /, why: 'a folder or file of the reader' },
  { command: /^(?:visudo|tr|systemctl|journalctl|rm|userdel|install) /, why: 'an administrator changes the server' },
  {
    command: /^(?:vgchange|e2fsck|resize2fs|lvreduce|lvs) /,
    why: 'offline work on a volume; the tests on servers do it',
  },
  { command: /^(?:kubectl|secret|chown|chmod|base64)\b/, why: 'a cluster, and files of root' },
  { command: /^(?:ssh|scp|ssh-keygen|ssh-add) /, why: 'another machine, or keys of the reader' },
  { command: /^(?:gh|cosign) /, why: 'asks GitHub about a release, or tells it a secret' },
  { command: /^(?:jq|sha256sum) /, why: 'a file of the reader' },
  { command: /^(?:Get-Content|Start-Service) /, why: 'only on Windows' },
];

/** YAML that is neither a configuration nor a workflow, by a part of it. */
export const ALLOWED_YAML: readonly { readonly part: string; readonly why: string }[] = [];
