// The live desk: the feed in, each view by its address.
import { byId, clock, element } from './dom.js';
import { draw } from './article.js';
import * as stream from './stream.js';
import * as stories from './stories.js';
import './health.js';

const MOST_LETTERS = 200;
const seen = new Set();
const codes = new Map();
const shown = byId('shown');
let feed;
let wanted; // uri of an article that was asked for by address and has not come yet

/** Ids in the order they came: a feed that reconnects repeats some. */
function first(id) {
  if (seen.has(id)) return false;
  seen.add(id);
  if (seen.size > 20000) seen.delete(seen.values().next().value);
  return true;
}

function letter(id, record) {
  const code = record['dead-letter-code'] ?? 'UNKNOWN';
  codes.set(code, (codes.get(code) ?? 0) + 1);
  byId('codes').replaceChildren(...[...codes].map(([name, count]) => element('span', {}, `${name} ${count}`)));
  const [, partition, offset] = id.split('/');
  const at = `api/dead-letters/${partition}/${offset}`;
  byId('letters').prepend(element('li', {},
    element('strong', { class: 'code' }, code), ' ', record['dead-letter-reason'] ?? '',
    element('span', { class: 'actions' }, action('Inspect', () => inspect(at)), action('Send back', () => sendBack(at))),
    element('span', { class: 'meta' }, `${id} · from ${record['dead-letter-topic']}/${record['dead-letter-partition']}/${record['dead-letter-offset']}`)));
  if (byId('letters').children.length > MOST_LETTERS) byId('letters').lastElementChild.remove();
}

function action(name, act) {
  const button = element('button', { type: 'button' }, name);
  button.addEventListener('click', act);
  return button;
}

/** Needs a user with the role publisher: the browser asks for one. */
async function inspect(at) {
  const answer = await fetch(at).catch(() => undefined);
  if (!answer?.ok) {
    shown.replaceChildren(element('p', {}, refusal(answer)));
    return;
  }
  const letter = await answer.json();
  const bytes = Uint8Array.from(atob(letter.value ?? ''), (each) => each.charCodeAt(0));
  delete letter.value;
  shown.replaceChildren(element('h2', {}, 'Dead letter'), element('pre', { tabindex: '0' }, JSON.stringify(letter, null, 2)),
    element('h3', {}, 'Its bytes, read as UTF-8'), element('pre', { tabindex: '0' }, new TextDecoder().decode(bytes)));
}

async function sendBack(at) {
  const answer = await fetch(`${at}/replay`, { method: 'POST' }).catch(() => undefined);
  const told = answer && !answer.ok ? await answer.json().catch(() => ({})) : {};
  shown.replaceChildren(element('p', { role: 'status' }, answer?.ok ? 'Sent back to the articles topic.' : told.message ?? refusal(answer)));
}

const refusal = (answer) => (answer?.status === 401 || answer?.status === 403 ? 'This takes a user with the role publisher.'
  : answer?.status === 404 ? 'It is no longer there, or dateline.console.ingest is off.' : 'The service does not answer.');

function listen() {
  feed = new EventSource('api/feed?since=start');
  const on = (name, take) => feed.addEventListener(name, (message) => {
    if (first(message.lastEventId)) take(message.lastEventId, JSON.parse(message.data));
  });
  on('enriched', (id, record) => {
    stream.take({ id, record });
    if (record.uri === wanted) read(wanted);
  });
  on('deadletter', letter);
  on('story', (id, story) => stories.take(story));
  on('change', (id, change) => stories.step(change));
  feed.addEventListener('open', () => { byId('link').textContent = 'live'; });
  feed.addEventListener('error', () => {
    byId('link').textContent = 'reconnecting';
    // Not by the browser's own attempts: they resume after the last event, and a restarted server has another order.
    feed.close();
    setTimeout(() => { if (feed.readyState === EventSource.CLOSED) listen(); }, 1000);
  });
}

async function read(uri) {
  stream.mark(uri);
  let event = stream.held(uri);
  if (!event) {
    const answer = await fetch(`api/desk/articles/${encodeURIComponent(uri)}`).catch(() => undefined);
    if (answer?.ok) event = { id: answer.headers.get('Dateline-Coordinates') ?? '', record: await answer.json() };
  }
  wanted = event ? undefined : uri;
  if (event) draw(shown, event.record, event.id);
  else shown.replaceChildren(element('p', {}, `${uri} is not among the articles kept here; it is shown when it comes.`));
}

function view(name) {
  byId('stream').hidden = name !== 'stream';
  byId('stories').hidden = name !== 'stories';
  byId('dead-letters').hidden = name !== 'dead';
  for (const each of ['stream', 'stories', 'dead']) {
    each === name ? byId(`to-${each}`).setAttribute('aria-current', 'page') : byId(`to-${each}`).removeAttribute('aria-current');
  }
}

function route() {
  const [, kind = 'stream', id = ''] = location.hash.split('/');
  const subject = decodeURIComponent(id);
  if (kind === 'article' || kind === 'story') {
    if (kind === 'article') read(subject);
    else stories.open(shown, subject, stream.held);
    if (kind === 'story' && !byId('stream').hidden) view('stories');
    if (matchMedia('(max-width: 60rem)').matches) byId('reader').scrollIntoView();
    byId('reader').scrollTop = 0;
    return;
  }
  stories.leave();
  view(['stories', 'dead'].includes(kind) ? kind : 'stream');
}

function documentOf(text) {
  return text.trimStart().startsWith('{') ? text : JSON.stringify({ uri: 'urn:dateline:try', body: text, contentType: 'text/plain' });
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
      draw(shown, await response.json(), '');
      byId('reader').scrollTop = 0;
    } else {
      const told = await response.json().catch(() => ({}));
      answer.textContent = told.message ? `${told.code}: ${told.message}` : `The service answered ${response.status}.`;
    }
  } catch {
    answer.textContent = 'The service cannot be reached.';
  }
});

async function settings() {
  try {
    const told = await (await fetch('api/desk')).json();
    byId('try').hidden = !told.enrich;
    byId('grafana').hidden = !told.grafana;
    if (told.grafana) byId('grafana').href = told.grafana;
  } catch { /* The page works without. */ }
}

// A page kept for the back button would hold its connection, of which a browser has six for each host.
addEventListener('pagehide', () => feed.close());
addEventListener('pageshow', (event) => { if (event.persisted) listen(); });
addEventListener('hashchange', route);
view('stream');
settings();
listen();
stories.load();
route();
