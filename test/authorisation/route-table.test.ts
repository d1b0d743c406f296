// Every route of the server stands in the table of rights, and every line of the table is a route.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routeTable } from '../../apps/server/src/access/route-table.ts'
import { makeTestApp, type TestApp } from '../server/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp()
})
afterAll(() => app.close())

test('the table and the routes are the same', () => {
  // What stands before every route is none itself.
  const routes = app.routes.filter(({ method, path }) => !(method === 'ALL' && path === '/*')).map(({ method, path }) => `${method} ${path}`)
  expect(new Set(routes)).toEqual(new Set(Object.keys(routeTable)))
})
