import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { cite, citeScene, type Staging } from './breakdownScenes.ts'
import { sentencesOf } from './sentences.ts'

/** Something that the scenes of a role ask of the shoot, with the scenes that do. */
export interface ShootNeed {
  readonly need: 'nightExterior' | 'nightInterior' | 'earlyExterior' | 'exterior' | 'rain' | 'crowd' | 'water' | 'vehicle'
  readonly citations: readonly Citation[]
}

const night = /\b(?:night|midnight|late night|raat)\b|रात/iu
const early = /\b(?:dawn|dusk|sunrise|sunset|early morning|magic hour|subah|bhor|shaam)\b|सुबह|भोर|शाम/iu
const rain = /\b(?:it(?:'s|’s| is| has been| starts to| begins to|) (?:heavily )?(?:rain(?:s|ing)?|pouring|drizzl(?:es?|ing))|(?<!(?:from|night's|night’s|like|of|after|before|no) (?:the )?)(?:the |heavy |pouring |steady |monsoon |furious )*(?:rains?|downpour|thunderstorm)|(?:slight|light|steady) drizzle|in the rain|rain-?soaked|drenched in rain)\b|बारिश|\bbaa?rish\b/iu
const notRain = /^\(|\b(?:rain(?:coat|bow| ?water| check)|rain (?:has )?stop(?:s|ped)|rains? (?:down )?(?:bullets|blows|coins|flowers|petals|kisses|abuse|money)|(?:blows|bullets|coins|flowers|petals) rain|(?:smell|sound|patter) of|looks like rain|last night|not even rain)\b/iu
const crowd = /\b(?:(?:huge|large|big|thick|massive|swelling|surging|angry|cheering|small) crowd|crowd of|the crowd|(?:hundreds|thousands|dozens) of (?:\p{Ll}+ )?(?:people|men|women|students|protesters|devotees|pilgrims|soldiers|fans|children|worshippers|passengers|guests|mourners|villagers|dancers|workers)|a mob|procession|baraat|barat|mela\b|rally)\b|भीड़/iu
const water = /\b(?:waist|knee|chest|neck)[- ]deep in (?:the )?(?:river|water|sea|lake|pond|mud|ganga)\b|\b(?:stand|stands|standing|wad(?:e|es|ing)|bath(?:e|es|ing)|sink(?:s|ing)?|swim(?:s|ming)?|dip(?:s|ping)?) (?:\p{Ll}+ )?(?:in|into|under|through) (?:the )?(?:river|water|sea|lake|pond|ganga)\b|\b(?:sit(?:s|ting)?|get(?:s)?|climb(?:s)?|jump(?:s)?|step(?:s)?|cross(?:es|ing)|perched|are|is|row(?:s|ing)) (?:\p{Ll}+ ){0,5}(?:on|in|into) (?:a|the|his|her) (?:small |wooden |rowing )?(?:boat|canoe|ferry|raft)\b/iu
const vehiclePlace = /\b(?:car|bus|train|auto|autorickshaw|taxi|cab|truck|jeep|van|ambulance|lorry|plane|aeroplane|helicopter|boat|ferry|compartment|coach|scooter|bike|motorcycle)\b/iu
const parkedPlace = /\b(?:bus (?:stop|stand|station|depot)|train station|taxi stand|auto stand|car park|parking|truck (?:stop|stand|union)|boat ?house|showroom|garage|workshop|platform|train (?:yard|tracks?|line|crossing|depot)|(?:outside|near|behind|beside) (?:the )?(?:car|bus|train|truck|van))\b/iu

/** What the scenes that a role is in ask of the shoot; a scene counts once for each need. */
export function shootNeeds(stagings: readonly Staging[], role: RoleId): readonly ShootNeed[] {
  const found = new Map<ShootNeed['need'], Citation[]>()
  const add = (need: ShootNeed['need'], citation: Citation | null): void => {
    if (citation) found.set(need, [...(found.get(need) ?? []), citation])
  }
  for (const staging of stagings) {
    for (const scene of staging.script.scenes) {
      if (!staging.present.get(scene.index)?.has(role)) continue
      const heading = citeScene(staging.script, scene)
      const outside = scene.setting === 'EXT' || scene.setting === 'INT/EXT'
      const time = scene.time ?? ''
      if (outside) add(night.test(time) ? 'nightExterior' : early.test(time) ? 'earlyExterior' : 'exterior', heading)
      else if (scene.setting !== null && night.test(time)) add('nightInterior', heading)
      if (vehiclePlace.test(scene.place ?? scene.heading) && !parkedPlace.test(scene.heading)) add('vehicle', heading)
      add('rain', lineOf(staging, scene, text => rain.test(text) && !notRain.test(text)))
      if (staging.speaking.get(scene.index)?.has(role)) add('crowd', lineOf(staging, scene, text => crowd.test(text)))
      add('water', lineNaming(staging, scene, role, text => water.test(text)))
    }
  }
  return [...found].map(([need, citations]) => ({ need, citations }))
}

function lineOf(staging: Staging, scene: Scene, holds: (text: string) => boolean): Citation | null {
  const line = staging.lines.find(({ element, text }) => element.scene === scene.index && holds(text))
  return line ? cite(line.script, line.element, sentenceWith(line.element.text, holds)) : null
}

/** The role must be named before it in the same sentence, or "both" and "they" stand for it and those named before. */
function lineNaming(staging: Staging, scene: Scene, role: RoleId, holds: (text: string) => boolean): Citation | null {
  for (const line of staging.lines) {
    if (line.element.scene !== scene.index || !line.mentions.some(mention => mention.role === role)) continue
    for (const { text, start } of sentencesOf(line.text)) {
      const named = line.mentions.some(mention => mention.role === role && !mention.possessive && mention.start >= start && mention.start < start + text.length)
      const meant = named ? !/^(?:he|she)\s|\b(?:she|he|it)(?:'s| is)\b/iu.test(text) : /^(?:both|they)\s/iu.test(text)
      if (meant && holds(text)) return cite(line.script, line.element, line.element.text.slice(start, start + text.length))
    }
  }
  return null
}

const sentenceWith = (text: string, holds: (text: string) => boolean): string => text.split(/(?<=[.!?।])\s+/u).find(holds) ?? text
