import type { ChartKind, DashboardData } from '../data';
import { formatOf } from '../format';
import { rowsOf } from '../rows';

const MORE_ROWS = 500;

/** The button below a table that adds the older rows. */
export function showOlder(button: HTMLButtonElement, data: DashboardData): void {
  const kind = button.dataset.kind as ChartKind;
  const place = Number(button.dataset.host);
  const table = document.getElementById(`${kind}-${place}-table`) as HTMLTableElement;
  const body = table.tBodies[0]!;
  const rows = rowsOf(kind, data.hosts[place]!, data.texts, formatOf(data.language));
  const update = () => {
    button.hidden = body.rows.length >= rows.count;
    if (button.hidden && document.activeElement === document.body) table.parentElement?.focus();
  };
  button.addEventListener('click', () => {
    const until = Math.min(body.rows.length + MORE_ROWS, rows.count);
    for (let i = body.rows.length; i < until; i++) {
      const row = body.insertRow();
      rows.row(i).forEach((text, column) => {
        const cell = row.insertCell();
        cell.className = column >= rows.numbersFrom ? 'number' : 'text';
        cell.textContent = text;
      });
    }
    update();
  });
  update();
}
