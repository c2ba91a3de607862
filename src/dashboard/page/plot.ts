import type uPlot from 'uplot';
import type { ChartKind, DashboardData, HostData } from '../data';
import { buildsSpec } from './builds';
import { drawChart, heightOf } from './chart';
import { diskSpec } from './disk';
import { scoreSpec } from './score';
import type { Scene, Spec } from './spec';

const SPECS: Readonly<Record<ChartKind, (host: HostData, data: DashboardData, scene: Scene) => Spec>> = {
  disk: diskSpec,
  builds: buildsSpec,
  score: scoreSpec,
};
/** Places that Page Up and Page Down go over at once. */
const PAGE = 10;

/** One chart of the page: it is drawn anew when the scene changes, read with the pointer and with the keyboard. */
export class Plot {
  private chart: uPlot | undefined;
  private spec: Spec | undefined;
  /** Places of the data that can be read, in the time that is shown. */
  private places: readonly number[] = [];
  private at: number | undefined;
  private readonly readout: HTMLElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly host: HostData,
    private readonly data: DashboardData,
  ) {
    this.readout = document.getElementById(`${element.dataset.kind}-${element.dataset.host}-readout`)!;
    element.hidden = this.readout.hidden = false;
    element.addEventListener('keydown', (event) => this.onKey(event));
    element.addEventListener('focus', () => this.readout.setAttribute('aria-live', 'polite'));
    element.addEventListener('blur', () => this.readout.removeAttribute('aria-live'));
  }

  draw(scene: Scene, width = this.element.clientWidth): void {
    this.chart?.destroy();
    this.at = undefined;
    const spec = SPECS[this.element.dataset.kind as ChartKind](this.host, this.data, scene);
    const times = spec.data[0];
    this.spec = spec;
    this.places = Array.from(times, (_, place) => place).filter(
      (place) => times[place]! >= spec.from && times[place]! <= spec.to && spec.words(place) !== '',
    );
    this.chart = drawChart(this.element, spec, scene.look, this.data.language, width, (place) => this.say(place));
    this.say(null);
  }

  resize(): void {
    const width = this.element.clientWidth;
    if (this.chart && width > 0 && width !== this.chart.width) this.chart.setSize({ width, height: heightOf(width) });
  }

  /** The newest where nothing is pointed at. */
  private say(place: number | null): void {
    const words = place === null ? '' : (this.spec?.words(place) ?? '');
    const newest = this.places.at(-1);
    this.readout.textContent = words || (newest === undefined ? '–' : this.spec!.words(newest));
    if (words && place !== null) this.at = this.places.indexOf(place);
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.places.length - 1;
    const now = this.at ?? last + 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: now - 1,
      ArrowRight: this.at === undefined ? last : now + 1,
      PageUp: now - PAGE,
      PageDown: now + PAGE,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey || (target === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    if (target === undefined || last < 0) this.leave();
    else this.pointAt(Math.min(Math.max(target, 0), last));
  }

  private leave(): void {
    this.chart?.setCursor({ left: -10, top: -10 });
    this.at = undefined;
  }

  private pointAt(index: number): void {
    const { chart } = this;
    if (!chart) return;
    const time = chart.data[0][this.places[index]!]!;
    chart.setCursor({ left: chart.valToPos(time, 'x'), top: chart.over.clientHeight / 2 });
    this.at = index;
    this.say(this.places[index]!);
  }
}
