import type { Texts } from '..';

export const run: Texts['run'] = {
  looking: 'Examen du serveur',
  following: (run) => `L’exécution ${run} n’est pas encore terminée\u00a0: elle est d’abord suivie.`,
  connectionLost: 'Connexion perdue. Le serveur continue de lui-même\u00a0; nouvelle tentative pour le suivre.',
  notes: {
    restarted: (run) =>
      `L’exécution ${run} a été interrompue par un redémarrage du serveur\u00a0; celle-ci repart de ce qui est en place.`,
    endedWell: (run) => `L’exécution ${run} était encore en cours et s’est bien terminée.`,
    cutShort: (run) => `L’exécution ${run} a été interrompue\u00a0; celle-ci repart de ce qui est en place.`,
    notLookedAgain: 'Le serveur n’a pas pu être examiné à nouveau ensuite.',
  },
  refusals: {
    notApproved: {
      message: 'Le plan n’a pas été approuvé\u00a0; rien n’a été modifié.',
      wayOut: 'Relancez et répondez oui (yes), ou passez --yes, ou le hash du plan (--plan-hash).',
    },
    cancelled: {
      message: 'L’exécution a été annulée avant toute modification.',
      wayOut: 'Relancez quand vous le voudrez.',
    },
    connection: (why) => ({
      message: `La connexion a été perdue avant toute modification (${why}).`,
      wayOut: 'Relancez.',
    }),
    drift: (approved, now) => ({
      message: `Le serveur n’est plus tel qu’il était quand le plan ${approved} a été approuvé\u00a0; le plan est maintenant ${now}. Rien n’a été modifié.`,
      wayOut: 'Relancez plan, examinez le nouveau plan, et approuvez celui-là.',
    }),
    notStarted: (why) => ({
      message: `Le serveur n’a pas exécuté le script (${why})\u00a0; rien n’a été modifié.`,
      wayOut: '`edge-phase1 doctor` montre ce qui manque, et `edge-phase1 sudoers` affiche le droit nécessaire.',
    }),
    scriptMissing: (script, isOther, why, name, install) => ({
      message: `${script} ${isOther ? 'est sur le serveur dans une autre version' : 'n’est pas sur le serveur'}, et cet utilisateur n’a pas le droit de l’y mettre (${why}).`,
      wayOut: `En tant qu’administrateur, une fois\u00a0: copiez scripts/${name} sur le serveur, lancez \`${install}\`, et installez le fichier sudoers qu’affiche \`edge-phase1 sudoers\`.`,
    }),
    unknown: (run) => ({
      message: `On ne sait pas comment l’exécution ${run} s’est terminée\u00a0: la connexion a été perdue. Le serveur finit ce qu’il a commencé.`,
      wayOut: 'Relancez la même commande\u00a0: elle retrouve l’exécution ou sa fin, et repart de là.',
    }),
  },
  exitCode: (code) => `code de sortie ${code}`,
  endedWith: (code) => `Le script s’est terminé avec le code de sortie ${code}.`,
  runAgain:
    'Relancez la même commande\u00a0: elle repart de ce qui est en place. `edge-phase1 doctor` montre ce qui manque.',
};
