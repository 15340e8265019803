// The strip at the top: sums of the service's own meters, and how they went over the last two minutes.
import { byId } from './dom.js';

const EVERY = 2000;
const KEPT = 60;
const history = {};
let last;

function show(id, value, text) {
  byId(id).textContent = text;
  const points = history[id] ??= [];
  points.push(value ?? 0);
  if (points.length > KEPT) points.shift();
  const most = Math.max(1e-9, ...points);
  byId(id).parentElement.querySelector('polyline').setAttribute('points',
    points.map((point, i) => `${i + KEPT - points.length},${15 - (point / most) * 14}`).join(' '));
}

function read(told) {
  return {
    at: performance.now(), articles: told.articles, dead: told.deadLettered, lag: told.lag,
    ages: new Map(told.ages.map(({ seconds, articles }) => [seconds ?? Infinity, articles])),
  };
}

/** Upper bound of the bucket in which the slowest hundredth of the articles begins. */
function p99(now, before) {
  const counts = [...now.ages].map(([bound, count]) => [bound, count - (before.ages.get(bound) ?? 0)])
    .sort((a, b) => a[0] - b[0]);
  const all = counts.at(-1)?.[1] ?? 0;
  return all > 0 ? counts.find(([, count]) => count >= 0.99 * all)[0] : undefined;
}

const recent = [];
async function measure() {
  try {
    const now = read(await (await fetch('api/desk/figures')).json());
    if (last) {
      const rate = (now.articles - last.articles) / ((now.at - last.at) / 1000);
      show('rate', rate, rate.toFixed(1));
      // Over the last half minute: two seconds of a slow feed hold too few articles.
      const fresh = p99(now, recent[0] ?? last);
      show('fresh', fresh, fresh === undefined ? '–' : fresh === Infinity ? '> 1 h' : fresh < 1 ? `≤ ${fresh * 1000} ms` : `≤ ${fresh} s`);
    }
    show('lag', now.lag, String(now.lag));
    show('dead', now.dead, String(now.dead));
    recent.push(now);
    if (recent.length > 15) recent.shift();
    last = now;
  } catch {
    for (const id of ['rate', 'fresh', 'lag', 'dead']) byId(id).textContent = '–';
  }
}

measure();
setInterval(measure, EVERY);
