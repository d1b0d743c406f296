// English words for what can be wrong with an export, and with handing the network over.
import type { exportsSv } from './exports-sv.ts'

export const exportsEn: typeof exportsSv = {
  'export.exists': ({ file = '' }) => `${file} is there already, and stays as it is. Give the export another name.`,
  'export.not-written': ({ file = '', code = '' }) => `The export ${file} could not be written (${code}). Nothing of it is left. Check the folder and the room on the disk.`,
  'export.needs-session': () => 'An export needs another person. Ask for it under Reading many, and begin when somebody has agreed to it, or when a day has passed.',
  'hand-over.stands': () => 'A hand-over is under way already. Nothing has been changed. Break it off first if it is not to be.',
  'hand-over.unfit': () => 'It does not fit: the role goes from your own organisation to another that is in the network, and what is signed is just what was begun. Nothing has been changed. Read the page anew.',
  'hand-over.not-begun': () => 'No such hand-over is under way, or it was broken off. Nothing has been changed. Read the page anew.',
  'hand-over.not-exported': () => 'Nothing has been exported since the hand-over was begun. Do that first, so that nobody is left without what has been.',
  'hand-over.not-yours': () => 'Only the two organisations that the hand-over is about can break it off. Nothing has been changed.',
  'export.repacked': ({ file = '' }) => `${file} was packed anew by another program. Unpack it, and restore the folder instead.`,
}
