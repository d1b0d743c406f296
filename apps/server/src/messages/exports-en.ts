// English words for what can be wrong with an export, and with handing the network over.
import type { exportsSv } from './exports-sv.ts'

export const exportsEn: typeof exportsSv = {
  'export.exists': ({ file = '' }) => `${file} is there already, and stays as it is. Give the export another name.`,
  'export.not-written': ({ file = '', code = '' }) => `The export ${file} could not be written (${code}). Nothing of it is left. Check the folder and the room on the disk.`,
  'export.repacked': ({ file = '' }) => `${file} was packed anew by another program. Unpack it, and restore the folder instead.`,
}
