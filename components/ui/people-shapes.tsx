/** People and the places they work, live and travel between. Grid and stroke as in pictogram-shapes.ts. */
export const PEOPLE_SHAPES = {
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c0-4 3.3-7 7.5-7s7.5 3 7.5 7" />
    </>
  ),
  group: (
    <>
      <circle cx="12" cy="8.5" r="3" />
      <path d="M6.5 20c0-3 2.4-5.3 5.5-5.3s5.5 2.3 5.5 5.3M5.7 6a2.4 2.4 0 0 0 0 4.6M2 17c0-2 1.2-3.6 3-4.2M18.3 6a2.4 2.4 0 0 1 0 4.6M22 17c0-2-1.2-3.6-3-4.2" />
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
  helmet: <path d="M3 17.5h18M5 17.5V15a7 7 0 0 1 14 0v2.5M10 8.3v4.7M14 8.3v4.7" />,
  office: <path d="M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3" />,
  hall: <path d="M3 20.5h18M5 20.5V11M19 20.5V11M2.5 11L12 4.5l9.5 6.5zM10 20.5V15h4v5.5" />,
  bank: <path d="M3 9.5L12 4l9 5.5zM5.5 10v7.5M10 10v7.5M14 10v7.5M18.5 10v7.5M3 20.5h18" />,
  home: <path d="M3 11.5L12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-5.5h4V20" />,
  homekey: (
    <>
      <path d="M3 11.5L12 4l9 7.5M5.5 9.5V20H11" />
      <circle cx="16" cy="14.5" r="2.5" />
      <path d="M16 17v5M16 20h2.2" />
    </>
  ),
  plane: (
    <path d="M10.3 13.7L3 11l1.5-1.7 7.7.8L16.2 6c1.2-1.2 3-1.7 3.6-1.2.5.6 0 2.4-1.2 3.6l-4.1 4 .8 7.7L13.6 21.6l-2.7-7.3L7.5 17.5v2.7L6 21.5l-1.3-2.7L2 17.5l1.3-1.5H6z" />
  ),
  bus: (
    <>
      <rect x="4" y="4" width="16" height="14" rx="2" />
      <path d="M4 11.5h16M7.5 18v2.5M16.5 18v2.5M8 14.8v.01M16 14.8v.01" />
    </>
  ),
  signpost: <path d="M12 3v18M12 5h6.5l2 2-2 2H12zM12 11H5.5l-2 2 2 2H12z" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c2.5 2.5 3.8 5.5 3.8 9s-1.3 6.5-3.8 9c-2.5-2.5-3.8-5.5-3.8-9S9.5 5.5 12 3z" />
    </>
  ),
} as const
