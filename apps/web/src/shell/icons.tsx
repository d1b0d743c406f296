// Small drawings that always stand beside a word.
import type { ReactNode } from 'react'

const shapes = {
  overview: <path d="M3 10.500 10 4l7 6.500V17h-4.500v-4.500h-5V17H3z" />,
  incidents: <path d="M3 5h14M3 10h14M3 15h9" />,
  statistics: <path d="M4 17V10M10 17V4M16 17v-5M2.500 17h15" />,
  explore: <path d="M3 16.500h14M5.500 16V9M10 16V5.500M14.500 16v-4.500M3 3.500h4M3 6h2" />,
  editions: <path d="M10 5.500C8 4 5.500 3.700 3 4v11.500c2.500-.3 5 0 7 1.500 2-1.500 4.500-1.800 7-1.500V4c-2.500-.3-5 0-7 1.500zm0 0V17" />,
  meetings: <path d="M3.500 5h13v12h-13zM3.500 8.500h13M7 3v3M13 3v3M7 12h2M11 12h2" />,
  method: <path d="M4 10h8M4 5.500h12M4 14.500h5M15 9v7M12.500 13.500 15 16l2.500-2.500" />,
  report: <path d="M5 3h10v14H5zM10 7v6M7 10h6" />,
  more: <path d="M4.500 9h1.500v2h-1.500zM9.250 9h1.500v2h-1.500zM14 9h1.500v2H14z" />,
  back: <path d="M12.500 4 6.500 10l6 6" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  search: <path d="M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zm4 9.500 4 4" />,
  down: <path d="m5 8 5 5 5-5" />,
  cases: <path d="M4 7h12v9H4zM7.500 7V4.500h5V7M4 11h12" />,
  own: <path d="M4 4h12v13H4zM7 8h6M7 11.500h6" />,
  network: <path d="M10 3.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zM4.500 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM15.500 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM8.500 8.500l-2.700 3.700M11.500 8.500l2.700 3.700M7 14h6" />,
  unsealed: <path d="M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 5.700-1.300" />,
  sealed: <path d="M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9" />,
  open: <path d="M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7" />,
} as const

export type IconName = keyof typeof shapes

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {shapes[name]}
    </svg>
  )
}

/** The product's mark: a lantern, whose flame is the only amber that is always there. */
export function LanternMark(): ReactNode {
  return (
    <svg className="lantern" viewBox="0 0 24 28" width="24" height="28" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d="M8.500 7a3.500 3.500 0 0 1 7 0M5 8.500h14M5 25h14M7 8.500V25M17 8.500V25" />
      <path className="lantern-flame" d="M12 12.500c1.900 2.100 2.700 3.600 2.700 4.900a2.700 2.700 0 0 1-5.400 0c0-1.300.8-2.800 2.700-4.900z" stroke="none" />
    </svg>
  )
}
