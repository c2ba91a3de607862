import { concluded } from '../../../src/evidence/conclusion';
import type { Evidence } from '../../../src/evidence/evidence';
import { commentText } from '../../../src/report/comment';
import { fitted } from '../../../src/report/fit';
import { markdownReport } from '../../../src/report/markdown';
import { terminalReport } from '../../../src/report/terminal';
import { LAB, read } from '../documents/lab';

const french = (evidence: Evidence): Evidence =>
  concluded({ ...evidence, config: { ...evidence.config, language: 'fr' } }, '');
const whole = french(LAB.find(({ steps }) => steps.length > 1)!);
const extended = french(LAB.find(({ steps }) => steps.length === 1 && steps[0]!.step === 'extend-lvm')!);

test('a report speaks the language of the configuration; what steps said stays as it was', () => {
  const text = read(markdownReport(whole));
  expect(text.split('\n')[0]).toBe(
    '### ❌ La phase 1 n’est pas encore réussie : 55 sur 100, 45 inconnus (il en faut 85), 0,00 $ dépensés; verify : toutes les étapes se sont bien passées',
  );
  expect(text).toContain('**extend-lvm** — examiné ; rien n’a été modifié');
  expect(text).toContain('| Contrôle | Mesuré (maintenant) | Objectif |');
  expect(text).toContain('| Taille du disque / | atteint | 20 sur 20 |');
  expect(text).toContain('**Coût :** 0,00 $ (achats : aucun ; 0 minute de runner à 0 $)');
  expect(text).toContain('Prévision pour / : inconnue');
  expect(text).not.toMatch(/\b(Check|Measured|Target|Cost|nothing was changed|workflow run)\b/);
});

test('so does a comment', () => {
  const text = read(
    fitted(commentText(extended, { artifactUrl: 'https://github.com/me/edge/actions/runs/1' }), 65_000),
  );
  expect(text).toMatch(/^### ✅ extend-lvm sur edgeserver : fait et vérifié, 3 contrôles atteints sur 3\n/);
  expect(text).toContain('<summary>Le plan : 3 modifications</summary>');
  expect(text).toContain('- système : Debian GNU/Linux 13');
  expect(text).not.toMatch(/\b(Check|Measured|Target|Cost|The plan|What the host did|How it was measured)\b/);
});

test('and a terminal', () => {
  const text = read(terminalReport(whole));
  expect(text).toContain('verify sur ssh://');
  expect(text).toContain('  Contrôles :\n    OUI   Logical volume behind / : 150 GiB');
  expect(text).toMatch(/Coût : 0,00 \$ .*Durée : /);
});

test('evidence of before there was a choice is English', () => {
  const { language: _, ...config } = extended.config;
  const old = { ...extended, config } as unknown as Evidence;
  expect(read(markdownReport(old))).toContain('**extend-lvm** — done and verified');
});
