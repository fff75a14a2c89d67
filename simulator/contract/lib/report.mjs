// Says how far a server agrees with the recordings.

const say = text => process.stdout.write(text + '\n');

/** Print the report; returns it as data. */
export function report(opt, { results, setupProblems, queue, left, ids, t0 }) {
  const done = results.filter(r => r.verdict !== 'held');
  const pc = (n, of) => (of ? ((100 * n) / of).toFixed(1) : '-').padStart(6);
  const groups = {};
  for (const r of results) {
    const g = (groups[r.group] ??= {
      n: 0,
      held: 0,
      status: 0,
      full: 0,
      'status differs': 0,
      'body differs': 0,
      'headers differs': 0,
      soft: 0
    });
    if (r.verdict === 'held') {
      g.held++;
      continue;
    }
    g.n++;
    if (r.verdict !== 'status differs') {
      g.status++;
    }
    if (r.verdict === 'same') {
      g.full++;
    } else {
      g[r.verdict]++;
    }
    if (r.soft.length) {
      g.soft++;
    }
  }
  if (opt.failList || opt.verbose) {
    for (const r of results) {
      if (
        r.verdict === 'held' ||
        (r.verdict === 'same' && !(opt.verbose && r.soft.length))
      ) {
        continue;
      }
      say(
        `${r.verdict === 'same' ? 'same, but' : r.verdict.toUpperCase()}  ${r.name}  ${r.request.slice(0, 100)}`
      );
      for (const d of r.diffs.slice(0, 6)) {
        say(`      ${d.kind} ${d.where}: ${d.hard}`);
      }
      if (r.diffs.length > 6) {
        say(`      … ${r.diffs.length - 6} more`);
      }
      if (opt.verbose) {
        for (const d of r.soft.slice(0, 6)) {
          say(`      (soft) ${d.kind} ${d.where}: ${d.soft}`);
        }
      }
    }
  }
  for (const p of setupProblems.slice(
    0,
    opt.failList || opt.verbose ? 99 : 5
  )) {
    say(
      `SET-UP  ${p.name}  ${p.request.slice(0, 90)}  ${p.diffs[0].where}: ${p.diffs[0].hard}`
    );
  }
  say(
    '\ngroup               compared  status %   full %   status  body  headers  soft  held'
  );
  const line = (n, g) =>
    say(
      `${n.padEnd(20)}${String(g.n).padStart(8)}   ${pc(g.status, g.n)}   ${pc(g.full, g.n)}   ${String(g['status differs']).padStart(6)}${String(g['body differs']).padStart(6)}${String(g['headers differs']).padStart(9)}${String(g.soft).padStart(6)}${String(g.held).padStart(6)}`
    );
  const total = {
    n: 0,
    held: 0,
    status: 0,
    full: 0,
    'status differs': 0,
    'body differs': 0,
    'headers differs': 0,
    soft: 0
  };
  for (const [n, g] of Object.entries(groups)) {
    line(n, g);
    for (const k of Object.keys(total)) {
      total[k] += g[k];
    }
  }
  line('all', total);
  const summary = {
    compared: total.n,
    held: total.held,
    not_sent: left.length,
    not_sent_by_need: {},
    setup_problems: setupProblems.length,
    setup_steps: queue.filter(e => e.setup).length,
    status_agreement: +((100 * total.status) / (total.n || 1)).toFixed(2),
    full_agreement: +((100 * total.full) / (total.n || 1)).toFixed(2),
    exchanges_with_ignored_differences: done.filter(r => r.ignored).length,
    seconds: Math.round((Date.now() - t0) / 1000),
    unmapped: [...ids.unknown].length
  };
  for (const e of left) {
    summary.not_sent_by_need[e.need ?? 'skipped'] =
      (summary.not_sent_by_need[e.need ?? 'skipped'] ?? 0) + 1;
  }
  say(
    `\nstatus agreement ${summary.status_agreement} %   full agreement ${summary.full_agreement} %   of ${total.n} compared; held back ${total.held}; not sent ${left.length} ${JSON.stringify(summary.not_sent_by_need)}`
  );
  say(
    `set-up steps with problems: ${setupProblems.length} of ${summary.setup_steps};  exchanges with ignored differences: ${summary.exchanges_with_ignored_differences};  ${summary.seconds} s`
  );
  const where = {};
  for (const r of done) {
    for (const w of new Set(
      r.diffs.map(d => `${d.kind} ${d.where.replace(/\[\d+\]/g, '[]')}`)
    )) {
      where[w] = (where[w] ?? 0) + 1;
    }
  }
  const top = Object.entries(where)
    .sort((a, b) => b[1] - a[1])
    .slice(0, opt.failList ? 15 : 5);
  if (top.length) {
    say('most frequent: ' + top.map(([w, n]) => `${w} ×${n}`).join('; '));
  }
  return {
    base: opt.base,
    summary,
    groups,
    frequent: where,
    setup_problems: setupProblems,
    results,
    not_sent: left.map(e => ({ name: e.name, need: e.need }))
  };
}
