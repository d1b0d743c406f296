// `npm run prove`: the same tests in their long versions (LYKTA_PROVE=1), with hours instead of minutes to end in.
import { mergeConfig } from 'vitest/config'
import ordinary from '../../vitest.config.ts'

export default mergeConfig(ordinary, { test: { testTimeout: 4 * 3_600_000, hookTimeout: 600_000 } })
