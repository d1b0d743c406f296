// Builds the app into dist; while developing, answers /api itself unless LYKTA_API names a running server.
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { dayOffline } from './build/day-offline.ts'

const server = process.env['LYKTA_API']
// The server refuses writes whose Origin is not the host that they name: both stay as the browser sent them.
const proxy = server ? { target: server, changeOrigin: false } : undefined

// The stand-in is loaded for developing only: a build needs none of it.
export default defineConfig(async ({ command }) => ({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), dayOffline(import.meta.dirname), ...(command === 'serve' && !server ? [(await import('./src/dev/answer-from-fixtures.ts')).answerFromFixtures()] : [])],
  server: proxy ? { proxy: { '/api': proxy, '^/editions/\\d+/(sv|en)': proxy } } : {},
  // Sealing runs in a worker, as a module like everything else.
  worker: {
    format: 'es' as const,
    // A service worker is asked for another worker's file only below its own address.
    rolldownOptions: { output: { entryFileNames: ({ name }: { readonly name: string }) => (name === 'seal-worker' ? 'day/assets/[name]-[hash].js' : 'assets/[name]-[hash].js') } },
  },
  build: {
    outDir: 'dist',
    // Every file by its own address: the content security policy allows no data: and no inline script.
    assetsInlineLimit: 0,
    // The reporting page names only the styles of what it fetches later: scripts name what they need themselves, and the list is weight before the form.
    modulePreload: { polyfill: false, resolveDependencies: (_: string, files: string[], { hostId }: { readonly hostId: string }) => (/\/(?:day|use-findings)-/.test(hostId) ? files.filter((file) => file.endsWith('.css')) : files) },
    rolldownOptions: {
      input: {
        app: join(import.meta.dirname, 'index.html'),
        day: join(import.meta.dirname, 'day/index.html'),
        neutral: join(import.meta.dirname, 'neutral/index.html'),
      },
    },
  },
}))
