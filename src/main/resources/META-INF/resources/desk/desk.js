// The live desk. Whatever comes from an article reaches the page as text only, never as markup.
import { draw } from './article.js';

const MOST_ROWS = 500;
const byId = (id) => document.getElementById(id);
const list = byId('articles');
const rows = []; // newest first: {id, name, record, element}
const seen = new Set();
const arriving = [];
let paused = false;
let current;
let counted = 0;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** As plain text: the sender's own may hold markup. */
function headline(record) {
  if (record['dead-letter-code']) return record['dead-letter-code'];
  const part = record.textParts?.find((each) => each.role === 'headline');
  const end = part ? part.end : 120;
  return record.text ? Array.from(record.text.slice(0, 2 * end)).slice(part?.start ?? 0, end).join('') : record.uri;
}
const language = (record) => record.detectedLanguage?.tag ?? record.language ?? '';

function describe({ record }) {
  const outlet = record.infoSources?.[0]?.name ?? '';
  return {
    meta: record['dead-letter-code'] ? record['dead-letter-reason'] ?? ''
      : [outlet, language(record), record.versionCreated, record.pubStatus === 'usable' ? '' : record.pubStatus]
          .filter(Boolean).join(' · '),
    found: [
      (record.topics ?? []).filter((topic) => topic.level > 0).slice(0, 3).map((topic) => topic.label).join(', '),
      (record.entities ?? []).slice(0, 6).map((entity) => entity.name).join(', '),
    ].filter(Boolean).join(' — '),
  };
}

function rowOf(event) {
  const { meta, found } = describe(event);
  const row = element('li', event.name === 'deadletter' ? 'dead' : '');
  const button = element('button');
  button.type = 'button';
  const title = element('span', 'headline', headline(event.record));
  title.dir = 'auto';
  button.append(title, element('span', 'meta', meta), element('span', 'found', found));
  button.addEventListener('click', () => open(event));
  row.append(button);
  event.haystack = [headline(event.record), meta, found].join(' ').toLowerCase();
  return row;
}

function fits(event) {
  const wanted = byId('query').value.trim().toLowerCase();
  const tongue = byId('language').value;
  return (!wanted || event.haystack.includes(wanted)) && (!tongue || language(event.record) === tongue);
}

function open(event) {
  current?.element?.querySelector('button').removeAttribute('aria-current');
  current = event;
  event.element?.querySelector('button').setAttribute('aria-current', 'true');
  if (event.record.uri) history.replaceState(null, '', '#' + encodeURIComponent(event.record.uri));
  draw(byId('article'), event.record, event.id);
  if (matchMedia('(max-width: 60rem)').matches) byId('reader').scrollIntoView();
}

/** All that arrived since the last frame in one go: the page draws at its own pace, not at the stream's. */
function frame() {
  if (!paused && arriving.length) {
    const batch = arriving.splice(0).slice(-MOST_ROWS).reverse();
    const fragment = document.createDocumentFragment();
    for (const event of batch) {
      event.element = rowOf(event);
      event.element.hidden = !fits(event);
      fragment.append(event.element);
      offer(language(event.record));
    }
    list.prepend(fragment);
    rows.unshift(...batch);
    for (const old of rows.splice(MOST_ROWS)) {
      old.element.remove();
      seen.delete(old.id);
    }
    byId('empty').hidden = true;
    const linked = decodeURIComponent(location.hash.slice(1));
    const target = linked && !current ? rows.find((event) => event.record.uri === linked) : undefined;
    if (target) open(target);
  }
  byId('held').hidden = !(paused && arriving.length);
  byId('held').textContent = arriving.length + ' waiting';
  requestAnimationFrame(frame);
}

function offer(tag) {
  const select = byId('language');
  if (tag && ![...select.options].some((option) => option.value === tag)) {
    const option = element('option', '', tag);
    option.value = tag;
    select.append(option);
  }
}

function listen() {
  const feed = new EventSource('api/feed?since=start');
  const take = (name) => (message) => {
    const id = message.lastEventId;
    if (seen.has(id)) return;
    seen.add(id);
    counted++;
    arriving.push({ id, name, record: JSON.parse(message.data) });
    if (arriving.length > MOST_ROWS) seen.delete(arriving.shift().id);
  };
  feed.addEventListener('enriched', take('enriched'));
  feed.addEventListener('deadletter', take('deadletter'));
  feed.addEventListener('open', () => { byId('link').textContent = 'live'; });
  feed.addEventListener('error', () => {
    byId('link').textContent = 'reconnecting';
    // A server that answers with an error ends the browser's own attempts.
    if (feed.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

const rates = [];
function pulse() {
  rates.push(counted / 2);
  counted = 0;
  if (rates.length > 60) rates.shift();
  const most = Math.max(1, ...rates);
  byId('spark').firstElementChild.setAttribute('points',
    rates.map((rate, i) => `${(i * 120) / 59},${23 - (rate / most) * 22}`).join(' '));
  byId('rate').textContent = rates.at(-1).toFixed(1);
}

/** Sums of the service's own meters. */
async function measure() {
  try {
    const lines = (await (await fetch('q/metrics')).text()).split('\n');
    const sum = (name, having = '') => lines.filter((line) => line.startsWith(name + '{') && line.includes(having))
      .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1))).filter(Number.isFinite)
      .reduce((all, one) => all + one, 0);
    byId('lag').textContent = String(sum('dateline_lag'));
    byId('dead').textContent = String(sum('dateline_articles_total', 'outcome="dead-lettered"'));
  } catch {
    byId('lag').textContent = byId('dead').textContent = '–';
  }
}

function documentOf(text) {
  if (text.trimStart().startsWith('{')) return text;
  return JSON.stringify({ uri: 'urn:dateline:try', body: text });
}

byId('try').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = byId('answer');
  answer.textContent = 'Enriching …';
  try {
    const response = await fetch('api/enrich', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: documentOf(byId('text').value),
    });
    if (response.ok) {
      answer.textContent = '';
      open({ id: '', name: 'enriched', record: await response.json() });
    } else if (response.status === 404) {
      answer.textContent = 'This service does not take texts: dateline.console.enrich is off.';
    } else {
      const told = await response.json().catch(() => ({}));
      answer.textContent = told.message ? `${told.code}: ${told.message}` : `The service answered ${response.status}.`;
    }
  } catch {
    answer.textContent = 'The service cannot be reached.';
  }
});
byId('pause').addEventListener('click', () => {
  paused = !paused;
  byId('pause').setAttribute('aria-pressed', String(paused));
  byId('pause').textContent = paused ? 'Go on' : 'Pause';
});
for (const control of ['query', 'language']) {
  byId(control).addEventListener('input', () => {
    for (const event of rows) event.element.hidden = !fits(event);
  });
}
byId('filters').addEventListener('submit', (event) => event.preventDefault());

listen();
measure();
setInterval(pulse, 2000);
setInterval(measure, 5000);
requestAnimationFrame(frame);
