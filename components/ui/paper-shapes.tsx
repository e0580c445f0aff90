/** Money and what is written of it: payments, contracts, papers. Grid and stroke as in pictogram-shapes.ts. */
export const PAPER_SHAPES = {
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
  wallet: (
    <path d="M4 7.5h15A1.5 1.5 0 0 1 20.5 9v10a1.5 1.5 0 0 1-1.5 1.5H5.5A1.5 1.5 0 0 1 4 19zM4 7.5L16 4v3.5M20.5 12H16.5a2 2 0 0 0 0 4h4" />
  ),
  payslip: <path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 7.5h5M9 12.5h6" />,
  percent: (
    <>
      <path d="M6 18L18 6" />
      <circle cx="7.5" cy="7.5" r="2.5" />
      <circle cx="16.5" cy="16.5" r="2.5" />
    </>
  ),
  tagup: <path d="M3.5 12.5L12 4h7.5v7.5L11 20zM15.8 8.2v.01" />,
  gift: (
    <path d="M4.5 11.5h15v9h-15zM3 7.5h18v4H3zM12 7.5v13M12 7.5C10.5 3 6 3.8 7.3 7.5M12 7.5C13.5 3 18 3.8 16.7 7.5" />
  ),
  bond: (
    <>
      <path d="M11 17H5V3h14v9M8.5 7h7M8.5 11h4" />
      <circle cx="16.5" cy="16.5" r="3" />
      <path d="M15 19v2.5l1.5-.8 1.5.8V19" />
    </>
  ),
  offer: (
    <>
      <path d="M13.5 3H6v18h12V7.5zM13.5 3v4.5H18" />
      <path d="M10 12a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.5M12 18v.01" />
    </>
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
  certificate: (
    <>
      <path d="M12 16H4.5A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4h15A1.5 1.5 0 0 1 21 5.5v6M7 8.5h10M7 12h4" />
      <circle cx="17" cy="14.5" r="2.7" />
      <path d="M15.5 17v4.5l1.5-1 1.5 1V17" />
    </>
  ),
  stamp: (
    <path d="M9.5 13c0-2-2-2.8-2-5a4.5 4.5 0 0 1 9 0c0 2.2-2 3-2 5h4a1.5 1.5 0 0 1 1.5 1.5V17H4v-2.5A1.5 1.5 0 0 1 5.5 13zM4 20.5h16" />
  ),
  passport: (
    <>
      <rect x="5" y="3" width="14" height="18" rx="2" />
      <circle cx="12" cy="10" r="3.2" />
      <path d="M9 17h6" />
    </>
  ),
  idcard: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2" />
      <circle cx="8" cy="10.5" r="2.2" />
      <path d="M4.8 16c.4-1.7 1.6-2.7 3.2-2.7s2.8 1 3.2 2.7M14.5 10h4M14.5 14h4" />
    </>
  ),
  folder: (
    <path d="M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2 2.5h8.5A1.5 1.5 0 0 1 21 9v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18z" />
  ),
  envelope: (
    <>
      <rect x="3" y="6" width="18" height="13" rx="2" />
      <path d="M3.5 8l8.5 6 8.5-6" />
    </>
  ),
  book: (
    <path d="M12 6.5C10 4.9 7 4.5 3.5 4.5V19c3.5 0 6.5.4 8.5 2 2-1.6 5-2 8.5-2V4.5c-3.5 0-6.5.4-8.5 2zM12 6.5V21" />
  ),
  photo: (
    <>
      <rect x="3" y="5" width="18" height="14" rx="2" />
      <circle cx="8.5" cy="10" r="1.7" />
      <path d="M4 17.5l5-4.5 3.5 2.8L16 12l5 4.5" />
    </>
  ),
} as const
