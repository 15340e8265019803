// Draws one dashboard with Grafana's own components from the answers of a Prometheus, as its panels ask for them. What
// Grafana itself has and these components do not (menus, the data source, the grid) is the least that is needed.
import { createRoot } from 'react-dom/client';

import {
  FieldType, ThemeContext, createDataFrame, createTheme, dateTime, getDisplayProcessor,
  getFieldDisplayValues, EventBusSrv,
} from '@grafana/data';
import {
  BarGauge, BigValue, GlobalStyles, PanelChrome, PanelContextProvider, TimeSeries, VizRepeater,
} from '@grafana/ui';

const { dashboard, prometheus, begin, end, theme: mode, scrape } = window.given;
const theme = createTheme({ colors: { mode } });
const ROW = 30, GAP = 8, WIDTH = 1600;
const range = { from: dateTime(begin * 1000), to: dateTime(end * 1000), raw: { from: 'now-15m', to: 'now' } };

const filled = expression => expression
  .replaceAll('$__rate_interval', 4 * scrape + 's').replaceAll(/\$(namespace|role|instance)/g, '.*');

const legend = (target, labels) => target.legendFormat
  ? target.legendFormat.replaceAll(/\{\{\s*(\w+)\s*}}/g, (_, name) => labels[name] ?? '')
  : JSON.stringify(labels);

async function answers(panel, target) {
  const step = Math.max(scrape, Math.ceil((end - begin) / 300));
  const path = target.instant ? 'query' : 'query_range';
  const asked = new URLSearchParams(target.instant
    ? { query: filled(target.expr), time: end }
    : { query: filled(target.expr), start: begin, end, step });
  const answer = await (await fetch(`${prometheus}/api/v1/${path}`, { method: 'POST', body: asked })).json();
  if (answer.status !== 'success') throw new Error(panel.title + ': ' + answer.error);
  return answer.data.result.map(series => {
    const points = target.instant ? [series.value] : series.values;
    // A pause longer than a step is a gap, not a line.
    const at = new Map(points.map(([time, value]) => [Math.round(time), Number(value)]));
    const times = target.instant ? [end] : [];
    for (let t = begin; !target.instant && t <= end; t += step) times.push(t);
    return frame(panel, legend(target, series.metric), times.map(t => t * 1000),
      times.map(t => { const v = at.get(Math.round(t)); return v === undefined || Number.isNaN(v) ? null : v; }));
  });
}

const CUSTOM = {
  drawStyle: 'line', lineInterpolation: 'linear', lineWidth: 1, fillOpacity: 0, gradientMode: 'none', spanNulls: false,
  showPoints: 'auto', pointSize: 5, stacking: { mode: 'none', group: 'A' }, axisPlacement: 'auto', axisLabel: '',
  axisColorMode: 'text', axisBorderShow: false, scaleDistribution: { type: 'linear' }, axisCenteredZero: false,
  hideFrom: { tooltip: false, viz: false, legend: false }, thresholdsStyle: { mode: 'off' },
};

let index = 0;
function frame(panel, name, times, values) {
  const defaults = panel.fieldConfig.defaults;
  const config = { ...defaults, displayNameFromDS: name,
    custom: panel.type === 'timeseries' ? { ...CUSTOM, ...defaults.custom } : {} };
  for (const override of panel.fieldConfig.overrides ?? []) {
    const { id, options } = override.matcher;
    if ((id === 'byName' && options === name) || (id === 'byRegexp' && new RegExp(options.replaceAll('/', '')).test(name))) {
      override.properties.forEach(({ id: path, value }) => {
        const [head, tail] = path.split('.');
        if (tail) config.custom[tail] = value; else config[head] = value;
      });
    }
  }
  config.thresholds = { ...config.thresholds,
    steps: config.thresholds.steps.map((step, i) => ({ ...step, value: i === 0 ? -Infinity : step.value })) };
  const made = createDataFrame({ name, fields: [
    { name: 'time', type: FieldType.time, values: times, config: {} },
    { name: 'value', type: FieldType.number, values, config },
  ] });
  made.fields[0].display = getDisplayProcessor({ field: made.fields[0], theme });
  return made;
}

function numbered(frames) {
  frames.forEach((made, i) => {
    made.fields[1].state = { seriesIndex: i, displayName: made.fields[1].config.displayNameFromDS };
    made.fields[1].display = getDisplayProcessor({ field: made.fields[1], theme });
  });
  return frames;
}

function Values({ panel, frames, width, height }) {
  const values = getFieldDisplayValues({
    fieldConfig: panel.fieldConfig, reduceOptions: panel.options.reduceOptions, replaceVariables: text => text, theme,
    data: frames, sparkline: panel.options.graphMode !== 'none', timeZone: 'utc',
  });
  const bars = panel.type === 'bargauge';
  return <VizRepeater width={width} height={height} source={{}} itemSpacing={bars ? 8 : 3} renderCounter={0}
    orientation={panel.options.orientation ?? 'auto'} getValues={() => values} autoGrid={!bars}
    getAlignmentFactors={list => ({
      title: list.reduce((a, b) => (b.display.title ?? '').length > a.length ? b.display.title : a, ''),
      text: list.reduce((a, b) => b.display.text.length > a.length ? b.display.text : a, ''),
    })}
    renderValue={({ value, width, height, alignmentFactors, count }) => bars
      ? <BarGauge value={value.display} field={value.field} display={value.view?.getFieldDisplayProcessor?.(value.colIndex)}
          width={width} height={height} orientation="horizontal" displayMode={panel.options.displayMode} theme={theme}
          showUnfilled={panel.options.showUnfilled} valueDisplayMode={panel.options.valueMode} itemSpacing={8}
          namePlacement={panel.options.namePlacement} alignmentFactors={alignmentFactors} />
      : <BigValue value={value.display} sparkline={value.sparkline && { ...value.sparkline, timeRange: range }} width={width} height={height} count={count} theme={theme}
          colorMode={panel.options.colorMode} graphMode={panel.options.graphMode} textMode={panel.options.textMode}
          justifyMode={panel.options.justifyMode ?? 'auto'} alignmentFactors={alignmentFactors} />} />;
}

function Panel({ panel, frames }) {
  const at = panel.gridPos, column = WIDTH / 24;
  const place = { position: 'absolute', left: at.x * column + GAP / 2, top: at.y * (ROW + GAP) + GAP / 2 };
  const width = at.w * column - GAP, height = at.h * (ROW + GAP) - GAP;
  if (panel.type === 'row') {
    return <h4 style={{ ...place, width, height, margin: 0, lineHeight: height + 'px' }}>⌄ {panel.title}</h4>;
  }
  return <div style={place}>
    <PanelChrome title={panel.title} description={panel.description} width={width} height={height}
      titleItems={(panel.links ?? []).length ? <span title="links" style={{ opacity: .7 }}>↗</span> : undefined}>
      {(w, h) => frames.length === 0
        ? <div style={{ textAlign: 'center', paddingTop: h / 2 - 10, opacity: .6 }} className="empty">No data</div>
        : panel.type === 'timeseries'
          ? <TimeSeries frames={frames} width={w} height={h} timeRange={range} timeZone="utc" structureRev={1}
              legend={{ calcs: [], ...panel.options.legend }} />
          : <Values panel={panel} frames={frames} width={w} height={h} />}
    </PanelChrome>
  </div>;
}

async function draw() {
  const drawn = await Promise.all(dashboard.panels.map(async panel => ({
    panel, frames: numbered((await Promise.all((panel.targets ?? []).map(target => answers(panel, target)))).flat()),
  })));
  const rows = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <PanelContextProvider value={{ eventsScope: 'pictures', eventBus: new EventBusSrv() }}>
        <h2 style={{ margin: '12px 8px' }}>{dashboard.title}</h2>
        <div id="drawn" style={{ position: 'relative', width: WIDTH, height: rows * (ROW + GAP) + GAP }}>
          {drawn.map(each => <Panel key={each.panel.id} {...each} />)}
        </div>
      </PanelContextProvider>
    </ThemeContext.Provider>);
}

draw();
