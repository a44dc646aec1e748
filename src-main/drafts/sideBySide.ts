import type { DraftPassage, SideBySide } from '../../src-preload/contract/drafts.ts'
import type { ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { alignKeys } from './align.ts'
import { readDraft } from './draftStore.ts'
import { scenesOf, wordsIn, type DraftText, type SceneText } from './draftText.ts'
import { pairPassages } from './passages.ts'

/** Scenes of two drafts, by their indexes; null is what stands before the first heading. */
export interface ScenesToRead {
  readonly from: ScriptId
  readonly to: ScriptId
  readonly old: readonly (number | null)[]
  readonly new: readonly (number | null)[]
}

/** Reads scenes of two drafts side by side, speech beside speech, with the words that only one of them has. Throws NOT_FOUND. */
export function readSideBySide(db: Database, { from, to, old, new: now }: ScenesToRead): SideBySide[] {
  const [one, other] = [readDraft(db, from), readDraft(db, to)]
  return sideBySide({ draft: one, scenes: old }, { draft: other, scenes: now })
}

interface Side {
  readonly draft: DraftText
  readonly scenes: readonly (number | null)[]
}

/** Sets scenes of two drafts side by side: first their headings, then their passages. */
export function sideBySide(old: Side, now: Side): SideBySide[] {
  const [before, after] = [chosen(old), chosen(now)]
  const [headings, others] = [before.headings, after.headings]
  const rows = Array.from({ length: Math.max(headings.length, others.length) }, (_, at) => rowOf(headings[at] ? [headings[at]] : null, others[at] ? [others[at]] : null))
  const pairs = pairPassages(before.scenes.flatMap(({ passages }) => passages), after.scenes.flatMap(({ passages }) => passages))
  return [...rows, ...pairs.map(pair => rowOf(pair.old?.elements ?? null, pair.new?.elements ?? null))]
}

function chosen({ draft, scenes }: Side): { readonly scenes: readonly SceneText[]; readonly headings: readonly ScriptElement[] } {
  const wanted = new Set(scenes)
  const elements = draft.elements.filter(({ scene }) => wanted.has(scene))
  return {
    scenes: scenesOf({ ...draft, elements }).filter(({ scene }) => wanted.has(scene?.index ?? null)),
    headings: elements.filter(({ kind }) => kind === 'heading'),
  }
}

function rowOf(old: readonly ScriptElement[] | null, now: readonly ScriptElement[] | null): SideBySide {
  if (!old || !now) return { kind: old ? 'cut' : 'added', old: old && passages(old, null), new: now && passages(now, null) }
  const [a, b] = [tokensOf(old), tokensOf(now)]
  const pairs = alignKeys(a.map(({ key }) => key), b.map(({ key }) => key))
  const isSame = pairs.length === a.length && pairs.length === b.length
  return {
    kind: isSame ? 'same' : 'changed',
    old: passages(old, new Set(pairs.map(([at]) => at))),
    new: passages(now, new Set(pairs.map(([, at]) => at))),
  }
}

/** A word with the white space after it; `key` is the word folded, of a sign alone nothing, so that signs never differ. */
interface Token {
  readonly element: number
  readonly text: string
  readonly key: string
}

const tokensOf = (elements: readonly ScriptElement[]): readonly Token[] =>
  elements.flatMap(({ index, text }) => (text.match(/\s*\S+\s*/gu) ?? []).map(part => ({ element: index, text: part, key: wordsIn(part).join(' ') })))

/** The paragraphs of a passage in pieces; `shared` are the words that the other draft has, null where there is no other side to differ from. */
function passages(elements: readonly ScriptElement[], shared: ReadonlySet<number> | null): DraftPassage[] {
  const tokens = tokensOf(elements).map((token, at) => ({ ...token, own: shared !== null && !shared.has(at) }))
  return elements.map(({ index, kind, page }) => {
    const pieces: { text: string; own: boolean }[] = []
    for (const { element, text, own } of tokens) {
      if (element !== index) continue
      const last = pieces.at(-1)
      if (last?.own === own) last.text += text
      else pieces.push({ text, own })
    }
    return { kind, element: index, page, pieces }
  })
}
