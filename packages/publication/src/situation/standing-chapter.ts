// The chapter that says what stands out, or plainly that nothing does.
import type { Block } from '../document/document.ts'
import { plain } from '../document/inline.ts'
import { nameOf } from './row-name.ts'
import { heading, paragraph, type Scene } from './situation-scene.ts'
import type { Standing } from './standing-out.ts'

/** One sentence each; where nothing does, that, and whether there was something to compare. */
export function saysOf(scene: Scene, { notable, periods, tested, tooFew }: Standing): readonly string[] {
  const { own, count, input: { uncounted } } = scene
  if (notable.length === 0) return [periods === null && uncounted !== 'too-few' ? own.stands.notCompared : tested + tooFew === 0 ? own.stands.noNumbers : own.stands.nothing]
  return notable.map(({ id, way, now, before }) => own.stands[way](nameOf(scene, id), count(now.count), count(before.count)))
}

export function standingChapter(scene: Scene, standing: Standing): readonly Block[] {
  const { own } = scene
  const said = saysOf(scene, standing)
  return [
    heading('stands', own.heading.stands),
    standing.notable.length > 1 ? { kind: 'list', ordered: false, items: said.map((text) => [plain(text)]) } : paragraph(said[0]!),
    ...(standing.tested > 0 ? [paragraph(own.stands.tested(standing.tested, standing.tooFew))] : []),
    paragraph(own.stands.how),
  ]
}
