const bubble = <path d="M4 5h16v11H10.5l-4 4v-4H4z" />

/** What went wrong or may be wrong: the subjects of a report, and dangers. Grid and stroke as in pictogram-shapes.ts. */
export const WRONG_SHAPES = {
  harsh: (
    <>
      {bubble}
      <path d="M7.5 12l2-3 2.2 3 2.2-3 2.1 3" />
    </>
  ),
  threat: (
    <>
      {bubble}
      <path d="M12 8v3M12 13.3v.01" />
    </>
  ),
  bounce: (
    <>
      {bubble}
      <path d="M15.5 13v-1a2 2 0 0 0-2-2h-5M10.6 7.8L8.3 10l2.3 2.2" />
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
  umbrella: <path d="M3 12.5a9 9 0 0 1 18 0zM12 12.5v6a2.2 2.2 0 0 0 4.4 0M12 3.5V2" />,
  lifebuoy: (
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="3.6" />
      <path d="M9.4 9.4L5.7 5.7M14.6 9.4l3.7-3.7M9.4 14.6l-3.7 3.7M14.6 14.6l3.7 3.7" />
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
  swap: (
    <>
      <rect x="3" y="3" width="9" height="12" rx="1.5" />
      <path d="M15 9h4.5A1.5 1.5 0 0 1 21 10.5v9a1.5 1.5 0 0 1-1.5 1.5h-6a1.5 1.5 0 0 1-1.5-1.5V18M15.5 3.5h3V6M8.5 20.5h-3V18" />
    </>
  ),
  takeback: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="2" />
      <path d="M3.5 10h17M8 3v4M16 3v4M9 15.2h6" />
    </>
  ),
  kickback: (
    <>
      <circle cx="12" cy="12" r="2.8" />
      <path d="M4.5 10A7.8 7.8 0 0 1 19 8.5M19.5 4.5v4.2h-4.2M19.5 14A7.8 7.8 0 0 1 5 15.5M4.5 19.5v-4.2h4.2" />
    </>
  ),
  hidden: (
    <path d="M4 4l16 16M9.5 5.8A9.5 9.5 0 0 1 12 5.5c5 0 8.5 4 9.5 6.5-.4 1-1.3 2.4-2.7 3.7M6.3 7.5A12 12 0 0 0 2.5 12c1 2.5 4.5 6.5 9.5 6.5 1.7 0 3.2-.4 4.5-1.1M10 10a2.8 2.8 0 0 0 4 4" />
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  other: (
    <>
      {bubble}
      <path d="M8.5 10.5v.01M12 10.5v.01M15.5 10.5v.01" />
    </>
  ),
} as const
