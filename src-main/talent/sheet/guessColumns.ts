import type { SheetField, SheetMapping } from '../../../src-preload/contract/talent.ts'
import { fold } from '../../spelling/folding.ts'

/** The headings by which a column is known, folded; the first that is the whole heading wins, then the first that is in it. */
const headings: Readonly<Record<SheetField, readonly string[]>> = {
  name: ['name', 'artist name', 'actor name', 'actors name', 'artiste name', 'artist', 'artiste', 'actor', 'talent', 'talent name', 'full name', 'screen name', 'stage name', 'model name', 'candidate', 'candidate name', 'performer', 'name of artist', 'name of the artist', 'name of actor', 'first name', 'last name', 'surname', 'naam'],
  legalName: ['legal name', 'real name', 'name as per aadhaar', 'name as per aadhar', 'name as per pan', 'pan name', 'passport name', 'birth name'],
  spellings: ['other spellings', 'spellings', 'alias', 'aliases', 'aka', 'also known as', 'nickname', 'pet name', 'other names'],
  gender: ['gender', 'sex', 'm f', 'male female', 'gen', 'ling'],
  playingRange: ['playing age', 'playing range', 'playing age range', 'age bracket', 'age range', 'age group', 'screen age', 'look age', 'portrayable age', 'can play', 'age from', 'age to', 'min age', 'max age', 'age min', 'age max', 'age category', 'age', 'ages', 'current age', 'real age', 'actual age', 'umar', 'umra'],
  height: ['height', 'ht', 'hgt', 'height cm', 'height in cm', 'height ft', 'height feet', 'height in feet', 'height inches', 'kad'],
  city: ['city', 'location', 'base', 'based', 'based in', 'based at', 'base city', 'current city', 'current location', 'town', 'place', 'residence', 'lives in', 'hometown', 'home town', 'native', 'native place', 'address', 'shehar'],
  languages: ['languages', 'language', 'languages known', 'language known', 'lang', 'langs', 'languages spoken', 'spoken languages', 'known languages', 'language fluency', 'mother tongue', 'dialects', 'dialect', 'accents', 'bhasha'],
  skills: ['skills', 'skill', 'special skills', 'special skill', 'skill set', 'skillset', 'talents', 'abilities', 'special abilities', 'hobbies', 'hobbies skills', 'extra skills', 'other skills', 'sports', 'dance', 'dance forms', 'martial arts', 'instruments'],
  training: ['training', 'trained', 'trained at', 'trained from', 'education', 'acting training', 'acting school', 'institute', 'qualification', 'workshops', 'workshop', 'drama school'],
  bio: ['bio', 'about', 'profile summary', 'description', 'summary', 'intro', 'introduction', 'biography', 'look', 'looks', 'type', 'about artist', 'about me', 'physical description', 'appearance'],
  credits: ['credits', 'work done', 'experience', 'work experience', 'acting experience', 'previous work', 'past work', 'work', 'filmography', 'projects', 'projects done', 'films', 'credit', 'recent work', 'notable work', 'earlier work', 'tv films ads', 'portfolio work', 'work profile', 'known for'],
  union: ['union', 'cintaa', 'cintaa card', 'cintaa member', 'cintaa membership', 'union card', 'membership', 'card', 'artist card', 'equity', 'fwice'],
  representation: ['representation', 'manager', 'agent', 'agency', 'manager name', 'managed by', 'represented by', 'reference', 'referred by', 'pr', 'talent manager'],
  phone: ['phone', 'contact', 'mobile', 'whatsapp', 'contact no', 'contact number', 'mobile no', 'mobile number', 'phone no', 'phone number', 'cell', 'tel', 'telephone', 'whatsapp no', 'whatsapp number', 'contact details', 'mob', 'mob no', 'ph', 'ph no', 'number', 'alternate number', 'alt no', 'call'],
  email: ['email', 'e mail', 'mail', 'mail id', 'email id', 'e mail id', 'email address', 'gmail'],
  fee: ['fee', 'fees', 'budget', 'per day', 'perday', 'rate', 'charges', 'per day charges', 'per day fee', 'price', 'quote', 'quoted', 'remuneration', 'day rate', 'rate per day', 'cost', 'payment', 'commercials', 'money', 'amount', 'expected budget'],
  links: ['links', 'link', 'profile link', 'portfolio', 'portfolio link', 'showreel', 'show reel', 'reel', 'video', 'video link', 'intro video', 'introduction video', 'introduction link', 'audition link', 'insta', 'instagram', 'insta id', 'instagram id', 'instagram link', 'insta link', 'imdb', 'imdb link', 'youtube', 'facebook', 'fb', 'website', 'url', 'drive link', 'photos', 'pics', 'pictures', 'photo link', 'social media', 'twitter', 'linkedin', 'profile'],
  tags: ['tags', 'tag', 'category', 'categories', 'label', 'labels', 'list', 'shortlist', 'selects', 'grade'],
  coordinator: ['co ordinator', 'coordinator', 'coord', 'co ord', 'coordinator name', 'co ordinator name', 'coordinator number', 'co ordinator number', 'coordinated by'],
  born: ['dob', 'd o b', 'date of birth', 'birth date', 'birthdate', 'born', 'born on', 'birthday', 'janm tithi'],
  measurements: ['measurements', 'measurement', 'vital stats', 'vital statistics', 'vitals', 'body measurements', 'bust waist hips', 'bwh'],
  weight: ['weight', 'wt', 'weight kg', 'weight in kg', 'vajan', 'wazan'],
  chest: ['chest', 'bust', 'chest size', 'bust size', 'chest in', 'chest cm'],
  waist: ['waist', 'waist size', 'waist in', 'waist cm', 'kamar'],
  hips: ['hips', 'hip', 'hip size', 'hips size'],
  inseam: ['inseam', 'inside leg', 'trouser length'],
  shoe: ['shoe', 'shoe size', 'shoes', 'shoes size', 'foot size', 'footwear', 'footwear size'],
  clothing: ['clothing size', 'dress size', 'shirt size', 't shirt size', 'tshirt size', 'costume size', 'kurta size', 'cloth size'],
  hair: ['hair', 'hair colour', 'hair color', 'hair length', 'hair type', 'hair style'],
  eyes: ['eyes', 'eye', 'eye colour', 'eye color', 'eyes colour', 'eyes color'],
  cardNumber: ['card no', 'card number', 'cintaa no', 'cintaa number', 'cintaa card no', 'cintaa card number', 'union no', 'union number', 'union card no', 'membership no', 'membership number'],
  passport: ['passport', 'valid passport', 'passport status', 'passport valid', 'passport validity', 'has passport'],
  guardian: ['guardian', 'guardian name', 'parent', 'parents', 'parent name', 'mother name', 'father name', 'mother', 'father', 'guardian contact', 'parent contact'],
  conflicts: ['conflicts', 'conflict', 'brand conflicts', 'brand conflict', 'brand exclusivity', 'exclusivity'],
  consent: ['consent', 'consent given', 'consent record', 'permission to keep', 'gdpr consent'],
  notes: ['notes', 'note', 'remarks', 'remark', 'comments', 'comment', 'feedback', 'observation', 'observations', 'review', 'internal notes', 'casting notes', 'cd notes'],
}

/** Fields that a person has one of: a second column of the same reading is left out. */
const oneColumn: readonly SheetField[] = ['gender', 'height', 'city', 'legalName', 'born', 'measurements', 'weight', 'chest', 'waist', 'hips', 'inseam', 'shoe', 'clothing', 'eyes', 'passport', 'consent']

/** Headings of a second column that belong to a first of the same field: a name in two columns, an age from and to. */
const pairedHeadings = /\b(first|last|middle|surname|from|to|min|max)\b/

/**
 * Guesses for each column what it is read as: from its heading, else from what stands in it (addresses, numbers, links).
 *
 * `samples` holds some rows of cells. Where a playing age stands beside a plain age, the plain age is left out.
 */
export function guessColumns(header: readonly string[], samples: readonly (readonly string[])[]): SheetMapping {
  const guesses = header.map((heading, column) => fieldOf(fold(heading)) ?? fieldFromCells(samples.map(row => row[column] ?? '')))
  return guesses.map((guess, column) => {
    if (guess === null) return null
    const others = guesses.flatMap((other, index) => (other === guess && index !== column ? [index] : []))
    if (others.length === 0) return guess
    const heading = fold(header[column] ?? '')
    const rivals = others.map(index => fold(header[index] ?? ''))
    if (guess === 'name' || guess === 'playingRange') {
      const paired = pairedHeadings.test(heading)
      const better = rivals.some((rival, at) => !pairedHeadings.test(rival) && (paired || rank(guess, rival) < rank(guess, heading) || (rival === heading && (others[at] ?? 0) < column)))
      return better ? null : guess
    }
    return oneColumn.includes(guess) && others.some(index => index < column) ? null : guess
  })
}

/** Whether a row reads as headings of a talent sheet: it has a column for the name. */
export const readsAsHeader = (cells: readonly string[]): boolean => cells.some(cell => fieldOf(fold(cell)) === 'name')

const fields = Object.keys(headings) as readonly SheetField[]

const rank = (field: SheetField, heading: string): number => {
  const at = headings[field].indexOf(heading)
  return at < 0 ? headings[field].length : at
}

function fieldOf(heading: string): SheetField | null {
  if (heading === '') return null
  const whole = fields.find(field => headings[field].includes(heading))
  if (whole) return whole
  // The longest known heading inside it decides: "Artist Name (as per CINTAA)" is a name, "Mother tongue / languages" languages.
  const inside = fields
    .flatMap(field => headings[field].map(known => ({ field, known })))
    .filter(({ known }) => known.length > 2 && ` ${heading} `.includes(` ${known} `))
    .sort((a, b) => b.known.length - a.known.length)
  if (inside.some(({ field }) => field === 'name') && /\b(manager|coordinator|agent|agency|father|mother|guardian|parent|husband|emergency|role|character|project|film)\b/.test(heading)) {
    return inside.find(({ field }) => field === 'representation' || field === 'coordinator' || field === 'guardian')?.field ?? null
  }
  return inside[0]?.field ?? null
}

function fieldFromCells(cells: readonly string[]): SheetField | null {
  const filled = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  const mostly = (pattern: RegExp): boolean => filled.length > 0 && filled.filter(cell => pattern.test(cell)).length > filled.length * 0.7
  if (mostly(/^\S+@\S+\.\S+$/)) return 'email'
  if (mostly(/^(https?:\/\/|www\.)/i)) return 'links'
  if (mostly(/^[+(]?[\d][\d\s()-]{8,16}$/)) return 'phone'
  return null
}
