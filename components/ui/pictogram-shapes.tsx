import { SIGN_SHAPES } from './sign-shapes'

/**
 * The shapes of the pictograms: 24-unit grid, stroke 1.75, round ends, no fill, `currentColor`.
 * A page inlines only the ones it uses. Neutral on purpose: no faces with feeling, no hands, no ticks or crosses
 * as "good" and "bad", no currency letters, no religious or state signs.
 */
export const PICTOGRAM_SHAPES = {
  ...SIGN_SHAPES,
  coins: (
    <>
      <ellipse cx="9" cy="6.5" rx="5.5" ry="2.5" />
      <path d="M3.5 6.5v4C3.5 12 6 13 9 13s5.5-1 5.5-2.5v-4M3.5 10.5v4c0 1.5 2.5 2.5 5.5 2.5" />
      <ellipse cx="15.5" cy="15" rx="5" ry="2.3" />
      <path d="M10.5 15v3.5c0 1.3 2.2 2.3 5 2.3s5-1 5-2.3V15" />
    </>
  ),
  deposit: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 5.8v4.4" />
      <rect x="11.5" y="14.5" width="9.5" height="6.5" rx="1.5" />
      <path d="M13.7 14.5v-1.3a2.6 2.6 0 0 1 5.1 0v1.3" />
    </>
  ),
  offer: (
    <>
      <path d="M13.5 3H6v18h12V7.5zM13.5 3v4.5H18" />
      <path d="M10 12a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.5M12 18v.01" />
    </>
  ),
  swap: (
    <>
      <rect x="3" y="3" width="9" height="12" rx="1.5" />
      <path d="M15 9h4.5A1.5 1.5 0 0 1 21 10.5v9a1.5 1.5 0 0 1-1.5 1.5h-6a1.5 1.5 0 0 1-1.5-1.5V18M15.5 3.5h3V6M8.5 20.5h-3V18" />
    </>
  ),
  bell: <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4M12 5V3" />,
  signpost: <path d="M12 3v18M12 5h6.5l2 2-2 2H12zM12 11H5.5l-2 2 2 2H12z" />,
  wallet: (
    <path d="M4 7.5h15A1.5 1.5 0 0 1 20.5 9v10a1.5 1.5 0 0 1-1.5 1.5H5.5A1.5 1.5 0 0 1 4 19zM4 7.5L16 4v3.5M20.5 12H16.5a2 2 0 0 0 0 4h4" />
  ),
  payslip: <path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 7.5h5M9 12.5h6" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  passport: (
    <>
      <rect x="5" y="3" width="14" height="18" rx="2" />
      <circle cx="12" cy="10" r="3.2" />
      <path d="M9 17h6" />
    </>
  ),
  door: <path d="M5.5 21V4L14 2.5V21M3 21h18M14 5h4.5v16M11 12v.01" />,
  knock: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M17.5 4.5V7M21 7.5l-2 1.3M20.5 12.5l-2.1-1.2" />
    </>
  ),
  space: (
    <>
      <circle cx="12" cy="9.5" r="2.5" />
      <path d="M7.8 17c.2-2.3 2-3.8 4.2-3.8s4 1.5 4.2 3.8" />
      <circle cx="12" cy="12" r="9.5" strokeDasharray="2.6 3.36" />
    </>
  ),
  harsh: (
    <>
      <path d="M4 5h16v11H10.5l-4 4v-4H4z" />
      <path d="M7.5 12l2-3 2.2 3 2.2-3 2.1 3" />
    </>
  ),
  threat: (
    <>
      <path d="M4 5h16v11H10.5l-4 4v-4H4z" />
      <path d="M12 8v3M12 13.3v.01" />
    </>
  ),
  sendback: (
    <>
      <rect x="4" y="8" width="16" height="12.5" rx="2" />
      <path d="M9 8V5a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 15 5v3M15.5 14.2H9M11.3 11.7l-2.5 2.5 2.5 2.5" />
    </>
  ),
  badge: (
    <>
      <rect x="5" y="6" width="14" height="15" rx="2" />
      <path d="M12 2.5V8.5M9.5 12l5 5M14.5 12l-5 5" />
    </>
  ),
  bed: (
    <>
      <path d="M3 6v13.5M3 16.5h18v3M21 16.5V13a3 3 0 0 0-3-3h-8v6.5" />
      <circle cx="6.5" cy="12.5" r="1.7" />
    </>
  ),
  plaster: (
    <>
      <rect x="1.8" y="8" width="20.4" height="8" rx="4" transform="rotate(-45 12 12)" />
      <path d="M12 10v.01M12 14v.01M10 12v.01M14 12v.01" />
    </>
  ),
  care: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="4" />
      <path d="M12 8.5v7M8.5 12h7" />
    </>
  ),
  blocked: (
    <>
      <rect x="2.5" y="8" width="6" height="8" rx="1.5" />
      <rect x="15.5" y="8" width="6" height="8" rx="1.5" strokeDasharray="2 2.2" />
      <path d="M12 4.5v15" />
    </>
  ),
  unequal: <path d="M5 9.5h14M5 14.5h14M15.5 5l-7 14" />,
  baby: (
    <>
      <circle cx="12" cy="12.5" r="8" />
      <path d="M12 4.5c2-2 4 .8 1.3 1.8M9 11.8v.01M15 11.8v.01M9.5 15.3c1.4 1.5 3.6 1.5 5 0" />
    </>
  ),
  group: (
    <>
      <circle cx="12" cy="8.5" r="3" />
      <path d="M6.5 20c0-3 2.4-5.3 5.5-5.3s5.5 2.3 5.5 5.3M5.7 6a2.4 2.4 0 0 0 0 4.6M2 17c0-2 1.2-3.6 3-4.2M18.3 6a2.4 2.4 0 0 1 0 4.6M22 17c0-2-1.2-3.6-3-4.2" />
    </>
  ),
  bounce: (
    <>
      <path d="M4 5h16v11H10.5l-4 4v-4H4z" />
      <path d="M15.5 13v-1a2 2 0 0 0-2-2h-5M10.6 7.8L8.3 10l2.3 2.2" />
    </>
  ),
  idcard: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2" />
      <circle cx="8" cy="10.5" r="2.2" />
      <path d="M4.8 16c.4-1.7 1.6-2.7 3.2-2.7s2.8 1 3.2 2.7M14.5 10h4M14.5 14h4" />
    </>
  ),
  umbrella: <path d="M3 12.5a9 9 0 0 1 18 0zM12 12.5v6a2.2 2.2 0 0 0 4.4 0M12 3.5V2" />,
  lifebuoy: (
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="3.6" />
      <path d="M9.4 9.4L5.7 5.7M14.6 9.4l3.7-3.7M9.4 14.6l-3.7 3.7M14.6 14.6l3.7 3.7" />
    </>
  ),
  photo: (
    <>
      <rect x="3" y="5" width="18" height="14" rx="2" />
      <circle cx="8.5" cy="10" r="1.7" />
      <path d="M4 17.5l5-4.5 3.5 2.8L16 12l5 4.5" />
    </>
  ),
  other: (
    <>
      <path d="M4 5h16v11H10.5l-4 4v-4H4z" />
      <path d="M8.5 10.5v.01M12 10.5v.01M15.5 10.5v.01" />
    </>
  ),
  desk: (
    <>
      <circle cx="12" cy="6" r="3" />
      <path d="M6.8 14c.2-2.6 2.3-4.2 5.2-4.2s5 1.6 5.2 4.2M3 14h18v6.5H3z" />
    </>
  ),
  gobetween: (
    <>
      <circle cx="5.5" cy="8.5" r="2.5" />
      <circle cx="18.5" cy="8.5" r="2.5" />
      <path d="M2 18.5c0-2.7 1.5-4.5 3.5-4.5S9 15.8 9 18.5M15 18.5c0-2.7 1.5-4.5 3.5-4.5s3.5 1.8 3.5 4.5M10 8.5h4M12.6 6.8l1.7 1.7-1.7 1.7" />
    </>
  ),
  hireout: (
    <>
      <circle cx="5" cy="12" r="2.5" />
      <circle cx="19" cy="6" r="2.5" />
      <circle cx="19" cy="18" r="2.5" />
      <path d="M7.3 11l9.4-4M7.3 13l9.4 4" />
    </>
  ),
  factory: <path d="M3 20.5V10.5l6 3.5v-3.5l6 3.5V4h5.5v16.5zM7 17.2v.01M11 17.2v.01M15 17.2v.01" />,
  takeback: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="2" />
      <path d="M3.5 10h17M8 3v4M16 3v4M9 15.2h6" />
    </>
  ),
  certificate: (
    <>
      <path d="M12 16H4.5A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4h15A1.5 1.5 0 0 1 21 5.5v6M7 8.5h10M7 12h4" />
      <circle cx="17" cy="14.5" r="2.7" />
      <path d="M15.5 17v4.5l1.5-1 1.5 1V17" />
    </>
  ),
  book: (
    <path d="M12 6.5C10 4.9 7 4.5 3.5 4.5V19c3.5 0 6.5.4 8.5 2 2-1.6 5-2 8.5-2V4.5c-3.5 0-6.5.4-8.5 2zM12 6.5V21" />
  ),
  helmet: <path d="M3 17.5h18M5 17.5V15a7 7 0 0 1 14 0v2.5M10 8.3v4.7M14 8.3v4.7" />,
  plane: (
    <path d="M10.3 13.7L3 11l1.5-1.7 7.7.8L16.2 6c1.2-1.2 3-1.7 3.6-1.2.5.6 0 2.4-1.2 3.6l-4.1 4 .8 7.7L13.6 21.6l-2.7-7.3L7.5 17.5v2.7L6 21.5l-1.3-2.7L2 17.5l1.3-1.5H6z" />
  ),
  bus: (
    <>
      <rect x="4" y="4" width="16" height="14" rx="2" />
      <path d="M4 11.5h16M7.5 18v2.5M16.5 18v2.5M8 14.8v.01M16 14.8v.01" />
    </>
  ),
  stamp: (
    <path d="M9.5 13c0-2-2-2.8-2-5a4.5 4.5 0 0 1 9 0c0 2.2-2 3-2 5h4a1.5 1.5 0 0 1 1.5 1.5V17H4v-2.5A1.5 1.5 0 0 1 5.5 13zM4 20.5h16" />
  ),
  contract: (
    <>
      <path d="M12.5 3H5.5v18h12v-7M8.5 8h3M8.5 12H11" />
      <path d="M12.5 14.5l.6-2.9 6.6-6.6a1.7 1.7 0 0 1 2.3 2.3l-6.6 6.6z" />
    </>
  ),
  records: (
    <>
      <path d="M17 9.5V3H5v18h6M8.5 7.5h5M8.5 11.5h2.5" />
      <circle cx="15.5" cy="15.5" r="3.5" />
      <path d="M18 18l3 3" />
    </>
  ),
  folder: (
    <path d="M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2 2.5h8.5A1.5 1.5 0 0 1 21 9v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18z" />
  ),
  bank: <path d="M3 9.5L12 4l9 5.5zM5.5 10v7.5M10 10v7.5M14 10v7.5M18.5 10v7.5M3 20.5h18" />,
  envelope: (
    <>
      <rect x="3" y="6" width="18" height="13" rx="2" />
      <path d="M3.5 8l8.5 6 8.5-6" />
    </>
  ),
  gift: (
    <path d="M4.5 11.5h15v9h-15zM3 7.5h18v4H3zM12 7.5v13M12 7.5C10.5 3 6 3.8 7.3 7.5M12 7.5C13.5 3 18 3.8 16.7 7.5" />
  ),
  kickback: (
    <>
      <circle cx="12" cy="12" r="2.8" />
      <path d="M4.5 10A7.8 7.8 0 0 1 19 8.5M19.5 4.5v4.2h-4.2M19.5 14A7.8 7.8 0 0 1 5 15.5M4.5 19.5v-4.2h4.2" />
    </>
  ),
  bond: (
    <>
      <path d="M11 17H5V3h14v9M8.5 7h7M8.5 11h4" />
      <circle cx="16.5" cy="16.5" r="3" />
      <path d="M15 19v2.5l1.5-.8 1.5.8V19" />
    </>
  ),
  homekey: (
    <>
      <path d="M3 11.5L12 4l9 7.5M5.5 9.5V20H11" />
      <circle cx="16" cy="14.5" r="2.5" />
      <path d="M16 17v5M16 20h2.2" />
    </>
  ),
  tagup: <path d="M3.5 12.5L12 4h7.5v7.5L11 20zM15.8 8.2v.01" />,
  hidden: (
    <path d="M4 4l16 16M9.5 5.8A9.5 9.5 0 0 1 12 5.5c5 0 8.5 4 9.5 6.5-.4 1-1.3 2.4-2.7 3.7M6.3 7.5A12 12 0 0 0 2.5 12c1 2.5 4.5 6.5 9.5 6.5 1.7 0 3.2-.4 4.5-1.1M10 10a2.8 2.8 0 0 0 4 4" />
  ),
  mobile: (
    <>
      <rect x="7" y="2.5" width="10" height="19" rx="2" />
      <path d="M11 18h2" />
    </>
  ),
  percent: (
    <>
      <path d="M6 18L18 6" />
      <circle cx="7.5" cy="7.5" r="2.5" />
      <circle cx="16.5" cy="16.5" r="2.5" />
    </>
  ),
  office: <path d="M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3" />,
  hall: <path d="M3 20.5h18M5 20.5V11M19 20.5V11M2.5 11L12 4.5l9.5 6.5zM10 20.5V15h4v5.5" />,
  headset: (
    <>
      <path d="M4 14v-2a8 8 0 0 1 16 0v2" />
      <rect x="3" y="13" width="4" height="6" rx="1.5" />
      <rect x="17" y="13" width="4" height="6" rx="1.5" />
      <path d="M19.5 19c0 1.7-1.8 2.5-4.5 2.5" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c0-4 3.3-7 7.5-7s7.5 3 7.5 7" />
    </>
  ),
  home: <path d="M3 11.5L12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-5.5h4V20" />,
  listen: <path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />,
  mic: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
    </>
  ),
  camera: (
    <>
      <path d="M3 8.5A1.5 1.5 0 0 1 4.5 7H8l1.5-2.5h5L16 7h3.5A1.5 1.5 0 0 1 21 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z" />
      <circle cx="12" cy="12.7" r="3.5" />
    </>
  ),
  exit: <path d="M13.5 4H5v16h8.5M10 12h11M17.5 8.5L21 12l-3.5 3.5" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c2.5 2.5 3.8 5.5 3.8 9s-1.3 6.5-3.8 9c-2.5-2.5-3.8-5.5-3.8-9S9.5 5.5 12 3z" />
    </>
  ),
  download: <path d="M12 4v11M7.5 11L12 15.5 16.5 11M4 20h16" />,
  trash: <path d="M4 7h16M9.5 7V4h5v3M6.5 7l1 13.5h9l1-13.5" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L21 21" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="10.5" width="15" height="10" rx="2" />
      <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15.5" r="4.5" />
      <path d="M11.3 12.2L20 3.5M16.5 7l3 3M13.8 9.7l2 2" />
    </>
  ),
  scale: <path d="M12 4v16M7.5 20h9M5 7h14M5 7l-2.5 6.5a3 3 0 0 0 5 0zM19 7l-2.5 6.5a3 3 0 0 0 5 0z" />,
  list: <path d="M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6v.01M3.5 12v.01M3.5 18v.01" />,
  chart: <path d="M4 20.5h16M6.5 20v-7M12 20V5M17.5 20v-10" />,
  gear: (
    <>
      <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
      <circle cx="16" cy="7" r="2.2" />
      <circle cx="8" cy="17" r="2.2" />
    </>
  ),
  flag: <path d="M5.5 21V4M5.5 4.5h13l-3 4.5 3 4.5h-13" />,
} as const

export type PictogramName = keyof typeof PICTOGRAM_SHAPES
