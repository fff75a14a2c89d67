import * as React from 'react';

const line = (d: string, width = 1.5) => (
  <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />
);

const cut = (d: string) => (
  <path d={d} className="jp-ZenodoPublisher-knock" strokeWidth={1.7} />
);

const solid = (d: string) => <path d={d} fill="currentColor" />;

const circle = (dash?: string) => (
  <circle
    cx="8"
    cy="8"
    r="6.5"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeDasharray={dash}
  />
);

const box = (filled: boolean) => (
  <rect
    x="1.5"
    y="1.5"
    width="13"
    height="13"
    rx="1.5"
    fill={filled ? 'currentColor' : 'none'}
    stroke={filled ? 'none' : 'currentColor'}
    strokeWidth="1.3"
  />
);

const shapes = {
  ok: [circle(), line('M4.9 8.300l2.200 2.200 4.100-4.700', 1.7)],
  stop: [
    solid('M5.200 1.200h5.600l4 4v5.600l-4 4H5.200l-4-4V5.200z'),
    cut('M5.400 5.400l5.200 5.200m0-5.200l-5.200 5.200')
  ],
  warn: [
    solid('M8 1.200L15.400 14.600H.6z'),
    cut('M8 5.600v4.600m0 1.200v1.700')
  ],
  info: [circle(), line('M8 7.200v4.400m0-7.400v1.700', 1.7)],
  wait: [circle('2 2')],
  now: [
    circle(),
    <circle key="dot" cx="8" cy="8" r="3.2" fill="currentColor" />
  ],
  chevron: [line('M5.500 3l5 5-5 5', 1.7)],
  up: [line('M8 14V3M3.500 7.200L8 2.700l4.500 4.500', 1.7)],
  down: [line('M8 2v11M3.500 8.800L8 13.300l4.500-4.500', 1.7)],
  remove: [line('M4 4l8 8m0-8l-8 8', 1.7)],
  edit: [
    line('M2.500 13.500l.8-3.200 7.600-7.600 2.400 2.400-7.600 7.600z', 1.4)
  ],
  out: [line('M6.500 3H3v10h10V9.500M9 2.500h4.500V7M13 3L7.500 8.500')],
  copy: [line('M5.500 5.500h8v8h-8zM10.500 5V2.500h-8v8H5', 1.4)],
  file: [line('M3.500 1.500h6l3 3v10h-9zM9.500 1.500v3h3', 1.3)],
  notebook: [
    line('M3 1.800h10v12.400H3zM5.500 1.800v12.400M8 5h3M8 7.500h3', 1.4)
  ],
  folder: [line('M1.500 3.500h5l1.500 2h6.500v8h-13z', 1.4)],
  lock: [line('M3.500 7h9v7h-9zM5.500 7V4.600a2.500 2.500 0 015 0V7')],
  flask: [
    line(
      'M5.500 1.500h5M6.500 1.500v4.700L2.600 13a1 1 0 00.9 1.500h9a1 1 0 00.9-1.500L9.500 6.200V1.500M4.600 10h6.800',
      1.4
    )
  ],
  publish: [
    line('M2 9.500V14h12V9.500M8 11V2.500M4.500 6L8 2.500 11.500 6', 1.7)
  ],
  checked: [box(true), cut('M4.200 8.300l2.500 2.500 5-5.600')],
  unchecked: [box(false)],
  mixed: [box(true), cut('M4.200 8h7.600')]
} as const;

/** Names of the panel's own icons. */
export type IconName = keyof typeof shapes;

/** What an icon's colour says; the words beside it say it too. */
export type IconTone = 'error' | 'warn' | 'ok' | 'info' | 'brand' | 'notebook';

interface IIconProps {
  name: IconName;
  tone?: IconTone;
  /** 24 px instead of 16. */
  big?: boolean;
  className?: string;
}

/** A shape in the colour of the text around it. Never alone: it has no name. */
export function Icon({ name, tone, big, className }: IIconProps): JSX.Element {
  const classes = ['jp-ZenodoPublisher-i'];
  if (tone) {
    classes.push(`jp-ZenodoPublisher-tone-${tone}`);
  }
  if (big) {
    classes.push('jp-ZenodoPublisher-i24');
  }
  if (className) {
    classes.push(className);
  }
  return (
    <svg
      className={classes.join(' ')}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {React.Children.toArray(shapes[name] as readonly React.ReactNode[])}
    </svg>
  );
}
