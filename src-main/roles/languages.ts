/** Languages that Indian scripts and sheets name, as they are written here; the rest of the row are other spellings. */
const rows: readonly string[] = [
  'Hindi हिन्दी हिंदी', 'English angrezi अंग्रेज़ी अंग्रेजी', 'Urdu उर्दू', 'Hindustani', 'Bhojpuri bhojpurī भोजपुरी',
  'Maithili मैथिली', 'Magahi magadhi मगही', 'Awadhi avadhi अवधी', 'Braj brajbhasha', 'Bundeli bundelkhandi बुंदेली',
  'Haryanvi haryanavi हरियाणवी', 'Rajasthani राजस्थानी', 'Marwari मारवाड़ी', 'Malwi', 'Chhattisgarhi', 'Garhwali', 'Kumaoni',
  'Punjabi panjabi पंजाबी', 'Gujarati गुजराती', 'Kutchi', 'Sindhi सिंधी', 'Marathi मराठी', 'Varhadi', 'Konkani कोंकणी',
  'Kannada कन्नड़', 'Tulu', 'Telugu तेलुगु', 'Tamil तमिल', 'Malayalam मलयालम', 'Bengali bangla बंगाली बांग्ला', 'Odia oriya ओड़िया',
  'Assamese असमिया', 'Meitei manipuri', 'Mizo', 'Khasi', 'Nagamese', 'Bodo', 'Nepali नेपाली', 'Bhutia', 'Kashmiri कश्मीरी', 'Dogri',
  'Santali santhali', 'Sanskrit संस्कृत', 'Dakhni deccani', 'French', 'German', 'Spanish', 'Portuguese', 'Italian', 'Russian', 'Arabic',
  'Persian farsi', 'Pashto', 'Chinese mandarin', 'Cantonese', 'Japanese', 'Korean', 'Tibetan', 'Sinhala sinhalese', 'Hebrew', 'Welsh',
]

const names: ReadonlyMap<string, string> = new Map(
  rows.flatMap(row => {
    const [first = '', ...others] = row.split(' ')
    return [first, ...others].map(spelling => [spelling.toLowerCase(), first] as const)
  }),
)

/** The language that a word names, as it is written here (bangla: Bengali); null where it names none. Case does not matter. */
export const languageNamed = (word: string): string | null => names.get(word.trim().toLowerCase()) ?? null

/** Matches any language name as a whole word, for use inside larger patterns; case must be ignored by the user of it. */
export const languagePattern: string = [...names.keys()].sort((a, b) => b.length - a.length).join('|')
