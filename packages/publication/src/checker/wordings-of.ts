// The wordings of a block, each a sentence: lines that were broken in mid-sentence are read as one.
import type { Sentence, TemplateBlock, TemplateInline } from '../template/template.ts'

type Wording = readonly TemplateInline[]

export function wordingsOf(block: TemplateBlock): readonly Wording[] {
  return groupsOf(block).flatMap((sentences) => {
    const wordings: Wording[] = []
    let open = false
    for (const { line, wordings: own } of sentences) {
      const [only] = own
      const last = wordings.at(-1)
      // Prose pasted from elsewhere has its lines broken where the page ended. What has a second wording is a sentence by itself.
      if (open && last && only && own.length === 1) wordings.splice(-1, 1, [...last, { kind: 'text', text: '\n', line }, ...only])
      else wordings.push(...own)
      open = own.length === 1 && !endsSentence(wordings.at(-1) ?? [])
    }
    return wordings
  })
}

function groupsOf(block: TemplateBlock): readonly (readonly Sentence[])[] {
  switch (block.kind) {
    case 'heading':
      return [[block.sentence]]
    case 'paragraph':
      return [block.sentences]
    case 'list':
      return block.items
    case 'note':
      return block.paragraphs
    case 'placed':
      return []
  }
}

/** A binding may print a whole sentence, full stop and all. */
function endsSentence(wording: Wording): boolean {
  const last = wording.at(-1)
  if (!last) return true
  if (last.kind === 'text') return /[.!?:;…]["”»')\]]*\s*$/u.test(last.text)
  return last.kind === 'bound' || endsSentence(last.children)
}
