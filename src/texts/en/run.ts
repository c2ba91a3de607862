/** What a run says of itself, besides what its steps say. */
export const run = {
  looking: 'Looking at the host',
  following: (run: string) => `Run ${run} has not ended yet: following it first.`,
  connectionLost: 'Connection lost. The host goes on by itself; trying to follow it again.',
  notes: {
    restarted: (run: string) =>
      `Run ${run} was cut short by a restart of the host; this run goes on from what is there.`,
    endedWell: (run: string) => `Run ${run} was still going on and has ended well.`,
    cutShort: (run: string) => `Run ${run} was cut short; this run goes on from what is there.`,
    notLookedAgain: 'The host could not be looked at again afterwards.',
  },
  refusals: {
    notApproved: {
      message: 'The plan was not approved; nothing was changed.',
      wayOut: 'Run it again and answer yes, or pass --yes, or the hash of the plan (--plan-hash).',
    },
    cancelled: {
      message: 'The run was cancelled before anything was changed.',
      wayOut: 'Run it again when you want it.',
    },
    connection: (why: string) => ({
      message: `The connection was lost before anything was changed (${why}).`,
      wayOut: 'Run it again.',
    }),
    drift: (approved: string, now: string) => ({
      message: `The host is not as it was when the plan ${approved} was approved; the plan is now ${now}. Nothing was changed.`,
      wayOut: 'Run plan again, look at the new plan, and approve that one.',
    }),
    notStarted: (why: string) => ({
      message: `The host did not run the script (${why}); nothing was changed.`,
      wayOut: '`edge-phase1 doctor` shows what is missing, and `edge-phase1 sudoers` prints the right that it needs.',
    }),
    scriptMissing: (script: string, isOther: boolean, why: string, name: string, install: string) => ({
      message: `${script} ${isOther ? 'on the host is of another version' : 'is not on the host'}, and this user may not put it there (${why}).`,
      wayOut: `As an administrator, once: copy scripts/${name} to the host, run \`${install}\`, and install the sudoers file that \`edge-phase1 sudoers\` prints.`,
    }),
    unknown: (run: string) => ({
      message: `Nobody knows how run ${run} ended: the connection was lost. The host finishes what it began.`,
      wayOut: 'Run the same again: it finds the run or its end, and goes on from there.',
    }),
  },
  exitCode: (code: number | null) => `exit code ${code}`,
  endedWith: (code: number | null) => `The script ended with exit code ${code}.`,
  runAgain: 'Run the same again: it goes on from what is there. `edge-phase1 doctor` shows what is missing.',
};
