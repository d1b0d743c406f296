// An act on one of a list, which may be gone from it when it is done: what came of it stands with the list, and so does the focus.
import type { RefObject } from 'react'
import { type Acting, useAct } from './use-act.ts'
import { useLostFocus } from './use-lost-focus.ts'

export type ListActing<Heading extends HTMLElement> = { readonly acting: Acting; readonly heading: RefObject<Heading | null> }

export function useListAct<Heading extends HTMLElement = HTMLHeadingElement>(): ListActing<Heading> {
  const acting = useAct()
  return { acting, heading: useLostFocus<Heading>(acting.said) }
}
