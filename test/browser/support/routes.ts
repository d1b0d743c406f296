// Every address of the app that is looked at in every language, light and width.
import type { Stage } from './stage.ts'

export const routes: readonly { readonly name: string; readonly path: (stage: Stage) => string }[] = [
  { name: 'overview', path: () => '/' },
  { name: 'overview of the first year', path: () => '/?year=2017' },
  { name: 'incidents', path: () => '/incidents' },
  { name: 'one incident', path: ({ incident }) => `/incidents/${incident}` },
  { name: 'statistics', path: () => '/statistics' },
  { name: 'explorer', path: () => '/explore' },
  { name: 'beside the official statistics', path: () => '/official' },
  { name: 'crossing', path: () => '/crossing?unit=incident&rows=indicator&columns=place-type' },
  { name: 'editions', path: () => '/editions' },
  { name: 'one edition', path: () => '/editions/2019' },
  { name: 'the report’s text', path: () => '/text/2019' },
  { name: 'examples of reasons', path: () => '/examples' },
  { name: 'meetings', path: () => '/meetings' },
  { name: 'effort', path: () => '/effort' },
  { name: 'an authority’s network', path: () => '/authority' },
  { name: 'handing out an incident', path: ({ incident }) => `/extract/${incident}` },
  { name: 'breaches', path: () => '/breaches' },
  { name: 'a new breach', path: () => '/breaches/new' },
  { name: 'our incidents', path: () => '/own' },
  { name: 'network', path: () => '/network' },
  { name: 'bringing in a spreadsheet', path: () => '/import' },
  { name: 'method', path: () => '/method' },
  { name: 'parts and states', path: () => '/design' },
  { name: 'no such page', path: () => '/nowhere' },
]
