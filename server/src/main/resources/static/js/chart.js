// Draws the chart of contacts per month from the table beside it, so that both always say the same.
(() => {
  const canvas = () => document.querySelector('canvas[data-chart="months"]');
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let chart;

  const read = () => {
    const heads = [...document.querySelectorAll('#months thead th[data-code]')];
    const rows = [...document.querySelectorAll('#months tbody tr:not(.totals)')];
    return {
      labels: rows.map((row) => row.querySelector('th').textContent),
      datasets: heads.map((head, column) => ({
        label: head.textContent,
        backgroundColor: colour('--channel-' + head.dataset.code.toLowerCase().replace('_', '-')) || colour('--accent'),
        data: rows.map((row) => Number(row.querySelectorAll('td[data-number]')[column].dataset.number)),
      })),
    };
  };

  const style = () => {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    Chart.defaults.color = colour('--ink-soft');
    Chart.defaults.borderColor = colour('--line');
  };

  const draw = () => {
    const at = canvas();
    chart?.destroy();
    chart = undefined;
    if (!at || typeof Chart === 'undefined') return;
    style();
    at.parentElement.hidden = false;
    chart = new Chart(at, {
      type: 'bar',
      data: read(),
      options: {
        locale: document.documentElement.lang,
        maintainAspectRatio: false,
        animation: false,
        borderRadius: 3,
        maxBarThickness: 92,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { stacked: true, grid: { display: false } },
          y: { stacked: true, beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 6 }, border: { display: false } },
        },
        plugins: {
          legend: { position: 'bottom', labels: { usePointStyle: true, pointStyle: 'rectRounded', boxHeight: 9, padding: 16 } },
          tooltip: { itemSort: (a, b) => b.datasetIndex - a.datasetIndex },
        },
      },
    });
  };

  const renew = () => {
    if (!chart || chart.canvas !== canvas()) return draw();
    const { labels, datasets } = read();
    chart.data.labels = labels;
    datasets.forEach((dataset, index) => Object.assign(chart.data.datasets[index] ??= {}, dataset));
    chart.data.datasets.length = datasets.length;
    chart.update('none');
  };

  document.addEventListener('figures:changed', renew);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  document.fonts.ready.then(draw);
})();
