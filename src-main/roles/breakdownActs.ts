import type { FlagWord } from '../../src-preload/contract/breakdowns.ts'

/**
 * An act in a line of action that raises a flag.
 *
 * `act` finds it; `not` is looked for right at its beginning and takes it back ("falls asleep", "shoots a look"). `reaches` says that
 * it is done with somebody, who is flagged with the doer: `him`, `each other` or the name that follows. `person` means that it only
 * counts where such a person follows: "slaps Devi", not "slaps the table".
 */
export interface FlagAct {
  readonly flag: FlagWord
  readonly act: RegExp
  readonly not?: RegExp
  readonly reaches?: boolean
  readonly person?: boolean
}

const his = '(?:his|her|their|the|a|an|his own|her own)'
const small = '(?:\\p{Ll}[\\p{Ll}-]*\\s){0,2}'
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}'-])(?:${pattern})(?![\\p{L}\\p{M}])`, 'giu')
const at = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{M}])`, 'iu')

const water = `(?:into|in|in to)\\s+(?:the\\s+)?${small}(?:river|water|sea|lake|pond|pool|ganga|ganges|well|ocean|canal|backwaters)`
const heights = 'wall|roof|rooftop|tree|pole|ladder|scaffolding|scaffold|fence|gate|cliff|rope|tower|drainpipe|pipe|parapet|hoarding|terrace|railing|windowsill|ledge|balcony|boundary'
const beasts = 'dog|puppy|cat|kitten|horse|mare|stallion|pony|cow|calf|bull|bullock|buffalo|goat|sheep|donkey|camel|elephant|monkey|snake|cobra|python|parrot|pigeons?|hen|rooster|chicken|pig|mule|ox|lion|tiger'
const vehicles = 'car|truck|tractor|bus|auto|auto-rickshaw|rickshaw|taxi|jeep|van|lorry|cab|ambassador|suv|ambulance|tempo|cart'
const bikes = 'motorcycle|motorbike|bike|bullet|enfield|scooter|scooty|moped|bicycle|cycle|horse|mare|stallion|pony|camel|elephant|mule|donkey'
const liquor = 'whisk(?:e)?y|rum|vodka|gin|beer|wine|champagne|brandy|scotch|toddy|tadi|daa?ru|sharaa?b|desi|feni|mahua|liquor|alcohol|booze|tequila|cocktail|martini|sherry|bourbon|peg'

/** Every act that is looked for; English as lines of action are written in India and elsewhere, and Hindi in both scripts. */
export const flagActs: readonly FlagAct[] = [
  { flag: 'intimacy', reaches: true, person: true, act: word('kiss(?:es|ing)?') },
  { flag: 'intimacy', reaches: true, act: word('mak(?:es?|ing) love|ha(?:ve|s|ving) sex|mak(?:es?|ing) out|french[- ]kiss(?:es|ing)?'), not: at("making out (?:what|the|who|his|her)|makes? out (?:what|the|who|his|her|a|that)") },
  { flag: 'intimacy', act: word('(?:(?:half|stark|buck|fully|completely|semi)[- ])?(?:naked|nude|topless)'), not: at('\\S+(?: naked)? (?:eye|eyes|flame|bulb|bulbs|light|wire|wires|sword|blade|truth|top|boys?|men|women|girls?|children|picture|photo|painting|statue|body|bodies)') },
  { flag: 'intimacy', act: word(`undress(?:es|ing)?|strips? (?:naked|down|off)|disrobes?|(?:takes|taking|pulls|peels) off ${his} ${small}(?:clothes|shirt|blouse|dress|top|trousers|pants|saree|sari|bra|kurta|underwear|panties)|unhooks ${his} (?:bra|blouse)|unbuttons (?:her|his) (?:blouse|shirt|dress)`), not: at('strips? (?:off|down) the') },
  { flag: 'intimacy', act: word('in (?:only |just |nothing but )?(?:his|her|their) (?:underwear|underclothes|bra|panties|lingerie|boxers|briefs|undergarments)') },
  { flag: 'intimacy', reaches: true, act: word('choom(?:ta|ti|te)|चूम(?:ता|ती|ते)') },

  { flag: 'stunt', act: word(`(?:falls|falling) (?:(?:backwards?|forwards?|headlong|heavily|hard|flat|face[- ](?:first|forward|down))|(?:down|off|from|over|out of|through|into|to the (?:ground|floor)|on the (?:floor|ground|road|track|tracks))|(?:to|on) (?:his|her) (?:death|face|back))`), not: at("fall(?:s|ing) (?:into (?:a |an |the |his |her |their )?(?:\\p{Ll}+ )?(?:sofa|couch|chair|bed|arms|step|sleep|silence|coma|habit|line|thought|thoughts|place|conversation|rhythm|embrace|lap|pattern|trap|depression|seat|category|hands)|over (?:himself|herself|themselves|each)|from (?:his|her|their|grace|favou?r)|out of (?:love|favou?r|touch)|through the cracks|down (?:his|her|laughing|on the (?:bed|sofa)))") },
  { flag: 'stunt', act: word("(?:jumps|leaps|vaults|hurls (?:himself|herself)|throws (?:himself|herself)) (?:straight |right |back |down |clear )?(?:off(?= (?:an?|the|his|her|their|from|of)(?:\\s|$))|from|out of|into|over|across|onto|on to|through|in front of|down|in(?= and\\b|\\s*[.,;!]|$)|in (?:a|the) (?:boat|river|water|sea|lake|pool|well))"), not: at("(?:jumps|leaps|vaults|hurls \\p{L}+|throws \\p{L}+) (?:straight |right |back )?(?:(?:out of|off|from) (?:the|his|her|a|their) (?:\\p{Ll}+ )?(?:bed|chair|seat|couch|sofa|stool|skin|cot|charpoy|swing|bike|scooter|desk|table|car|auto|jeep|rickshaw)|into (?:the|his|her|a|their|bed|action|conversation)? ?(?:\\p{Ll}+ )?(?:bed|car|seat|lap|arms|conversation|action|auto|taxi|cab|jeep|fray|back ?seat|driver)|on(?:to)? (?:the|his|her|a) (?:bed|sofa|couch|seat|bike|scooter)|over (?:the|to the) (?:next|other|page|question)|from (?:one|topic|job))") },
  { flag: 'stunt', act: word("(?:is|are|gets|get|being) (?:\\p{L}+ly )?(?:thrown|hurled|flung|knocked (?:down|over|off|out|to|unconscious)|dragged|beaten|slapped|punched|kicked|shot|stabbed|pushed (?:off|down|into|to|back)|shoved|tackled|strangled|choked|run over|tossed|set on fire|lynched|whipped|caned|hit (?:by|on|in|across|with a (?:bullet|stick|brick|stone|lathi|rod|bottle)))"), not: at("\\S+ (?:\\p{L}+ly )?(?:thrown (?:off(?: (?:balance|guard|by)|\\s*[.,])|by (?:the|this|that|his|her) (?:question|remark|\\p{L}+)|together|away)|hit by (?:the|a|an) (?:realis\\p{L}+|realiz\\p{L}+|thought|smell|wave|memory|idea|feeling|sight|sudden)|shot (?:in (?:black|slow|close)|from (?:behind|above|the)|through|on)|hit with a wave|hit on by|tossed a|beaten (?:by (?:him|her) )?(?:at|to)|thrown (?:a|an|some)|shot a)") },
  { flag: 'stunt', reaches: true, person: true, act: word('slap(?:s|ping)|punch(?:es|ing)|kick(?:s|ing)|beat(?:s|ing)(?: up)?|hit(?:s|ting)|shov(?:es|ing)|tackl(?:es|ing)|throttl(?:es|ing)|strangl(?:es|ing)|chok(?:es|ing)|stab(?:s|bing)|shoot(?:s|ing)(?: at)?|head ?-?butt(?:s|ing)|pounc(?:es|ing) (?:on|at)|attack(?:s|ing)|ambush(?:es|ing)|wrestl(?:es|ing)(?: with)?|grappl(?:es|ing) with|fight(?:s|ing)(?: with)?|drag(?:s|ging)|hack(?:s|ing)|jump(?:s|ing) on|lung(?:es|ing) at|whip(?:s|ping)|thrash(?:es|ing)'), not: at("\\S+ (?:(?:him|her|them) (?:a|an|out|off (?:his|her) game|with (?:a|the|his|her) (?:question|smile|look|news|truth)|at (?:cards|chess|it|his|her)|to it|as)\\b)") },
  { flag: 'stunt', reaches: true, act: word('scuffles?|brawls?|tussles?|come to blows|trade punches|exchange blows|roll about on|wrestles (?:two|three|several)') },
  { flag: 'stunt', act: word(`(?:fires|firing) (?:${his} ${small}(?:gun|pistol|rifle|revolver|shots?|rounds?|bullets?|weapon|katta|tamancha)|(?:two|three|four|several|more|another)\\s${small}(?:shots?|rounds?|bullets?|times)|at|again|back|(?:in|into) the air|close range)|opens fire|returns fire|shoots (?:back|in (?:his|her|their) direction|into the)|pulls the trigger`), not: at('fir(?:es|ing) (?:at (?:will|the (?:target|camera))|back (?:a|an|with))') },
  { flag: 'stunt', act: word(`(?:climbs|scales|clambers|shins) (?:up|down|over|onto|on to|out of|out on)? ?(?:a|an|the|his|her)? ?${small}(?:${heights}|window|train|moving)`) },
  { flag: 'stunt', act: word('(?:tumbles|rolls|slides|skids|crashes) (?:down (?:the|a) (?:stairs|steps|staircase|hill|slope|embankment|bank|roof|pole|cliff)|off (?:the|a) (?:roof|bike|bed|road|edge))') },
  { flag: 'stunt', act: word("(?:dives|diving) (?:straight |right |back |down |head ?first |headlong )?(?:into|in(?=\\s+and\\b|\\s*[.,;!]|$)|off|from|for cover|behind|under|over|out of|to the (?:ground|floor)|onto)"), not: at("div\\p{L}+ (?:straight |right |back )?(?:into (?:the |his |her |a |their )?(?:food|book|plate|bag|work|conversation|meal|details|story|bed|pile|file|purse|pocket|job))") },
  { flag: 'stunt', act: word('chases (?:after )?|gives? chase'), not: at('chases (?:after )?(?:his|her|a|the) (?:dreams?|tail|money|story|deadline)') },
  { flag: 'stunt', act: word('hangs? (?:on )?(?:from|off|to) (?:a|an|the) (?:ledge|roof|train|window|rope|cliff|branch|tree|balcony|railing|edge|door of|footboard|side of)') },
  { flag: 'stunt', act: word("(?:crashes|smashes|slams) (?:in)?to (?:a|an|the|one|another|his|her)|crashes through|is drowning|drowns|catches fire|sets (?:himself|herself) (?:on fire|ablaze)|hangs (?:himself|herself)|stumbles and falls|trips and falls|loses (?:his|her) (?:balance|footing) and falls|cartwheels|somersaults"), not: at('\\S+ (?:in)?to (?:the|a|an|his|her) (?:chair|sofa|couch|bed|seat|brakes)|drowns (?:out|in (?:work|sorrow)|(?:his|her) sorrow)') },
  { flag: 'stunt', reaches: true, person: true, act: word('(?:thappad|chaanta|chanta) (?:maar(?:ta|ti|te)|jad(?:ta|ti))') },
  { flag: 'stunt', act: word('थप्पड़ मार(?:ता|ती|ते)|गिर (?:जाता|जाती|पड़ता|पड़ती)|कूद (?:जाता|जाती|पड़ता|पड़ती)|kood (?:jaa?ta|jaa?ti|padta|padti)') },

  { flag: 'animals', act: word(`(?:feeds|feeding|pets|petting|strokes|stroking|milks|milking|leads|leading|grooms|brushes|brushing|leashes|walks|walking|bathes|hugs|cuddles|herds|herding|tethers|unties|saddles|mounts|rides|riding|grazes|catches|slaughters|shoos|carries|carrying) (?:a|an|the|his|her|their|some|two|three|one)\\s${small}(?:${beasts})s?`) },

  { flag: 'smoking', act: word(`(?:lights?|lighting)(?: up)? (?:(?:a|an|the|his|her|another|one|up|their)\\s${small})?(?:cigarettes?|cigar|cheroot|beedis?|bidis?|biris?|joint|chillum|hookah|pipe|smoke)|smokes|smoking|puffs? (?:on|at|away)|(?:takes|taking|takes in) (?:a|another|one last|a last|a long|a deep) (?:\\p{Ll}+ )?(?:drag|puff)|drags on|(?:blows|exhales|exhaling|blowing) (?:${small})(?:smoke|rings)|stubs out|sutta (?:maar|laga)\\p{L}*|(?:cigarette|beedi|bidi) (?:pee?ta|pee?ti|sulga\\p{L}*|jala\\p{L}*)|सिगरेट (?:पी|सुलगा|जला)[\\p{L}\\p{M}]*|बीड़ी (?:पी|सुलगा|जला)[\\p{L}\\p{M}]*`), not: at('smok\\p{L}+ (?:gun|ruins|wreck\\p{L}*|barrel|room|area|zone|from|chimney|car|is prohibited|on (?:his|her) own)|drags on (?:for|and)|lights? (?:the|a|his|her) pipe ?line|stubs out (?:his|her) (?:toe|finger)') },
  { flag: 'alcohol', act: word(`(?:drinks?|drinking|sips?|sipping|gulps?|gulping|downs|swigs|swigging|guzzles|nurses|nursing|swills|pours|pouring|refills)(?: down| from| on| at| up| out)? (?:(?:a|an|the|his|her|some|another|more|himself|herself|of|glass|glasses|bottle|can|mug|peg|pint|shot|two|straight|cheap|neat|large|stiff|their)\\s){0,5}(?:\\p{Ll}+ )?(?:${liquor})|takes (?:a|another) (?:\\p{Ll}+ )?(?:swig|gulp) (?:from|of) (?:the|his|her|a) (?:\\p{Ll}+ )?(?:bottle|flask|${liquor})|(?:fully|very|dead|completely|a little|a bit|totally|slightly|quite|obviously|clearly|half)[- ]drunk|(?:is|are|gets|looks|seems) (?:\\p{L}+ly )?(?:drunk|tipsy|sloshed|inebriated|intoxicated)|drunkenly|(?:daa?ru|sharaa?b) (?:pee?ta|pee?ti|pee?te|pee|pi)|शराब पी[\\p{L}\\p{M}]*|दारू पी[\\p{L}\\p{M}]*`), not: at('\\S+ (?:\\p{L}+ly )?drunk (?:on (?:love|power|joy|success)|with (?:love|power|joy))') },

  { flag: 'singing', act: word('sings|is singing|starts singing|begins to sing|singing along|joins the song|gaa(?:ta|ti) (?:hai|hua|hui)|गा (?:रहा|रही)|गाता|गाती'), not: at('sings (?:like a (?:canary|bird)|(?:his|her) praises)') },
  { flag: 'dancing', act: word('dances|dancing|starts dancing|begins to dance|naach(?:ta|ti|te)|nach(?:ta|ti|te)|नाच(?:ता|ती|ते)'), not: at('danc\\p{L}+ (?:in (?:his|her) eyes|around the (?:topic|subject|question)|girls?|hall|floor|bar|master|class|teacher|shoes)') },
  { flag: 'swimming', act: word(`swims|swimming|(?:dives|jumps|leaps|diving) (?:straight |right |back |head ?first )?${water}|paddles (?:across|through|towards)|treads water`), not: at('swimming (?:pool|trunks|costume|in (?:tears|sweat|debt))') },
  { flag: 'riding', act: word(`(?:rides|riding|mounts|gallops|races|kick-?starts) (?:(?:away|off|out|past|in|up|over|along) )?(?:(?:on|with) )?(?:a|an|the|his|her|their)\\s${small}(?:${bikes})|(?:is|are) riding (?:pillion|a|the|his|her)|rides (?:off|away|pillion)`), not: at('rides (?:off|away) (?:in|on) (?:a|the|his|her) (?:car|bus|train|taxi|auto|boat|jeep|rickshaw)') },
  { flag: 'driving', act: word(`(?:drives|driving) (?:(?:off|away|past|up|out|on|in) )?(?:(?:in|with) )?(?:a|an|the|his|her|their)\\s${small}(?:${vehicles})|drives (?:off|away|on|past|up|down (?:the|a)|through|along|home|fast|slowly|confidently|in silence)|drives(?=\\s*[,.;])|(?:is|are) driving|(?:at|behind) the (?:steering )?wheel`), not: at('driv\\p{L}+ (?:home (?:the|a|his|her) (?:point|message)|(?:him|her|them) (?:crazy|mad|up)|through the (?:heart|chest)|(?:off|away) (?:the|a) )') },
]

/** What is not done, only meant, wished, pretended, shown on a screen or told. */
export const notDoneBefore = new RegExp(
  "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bwithout\\b|\\bcannot\\b|\\bno longer\\b|\\bstops\\b|\\bstopped\\b|\\bquits?\\b|\\brefus\\p{L}+|\\btr(?:y|ies|ying)\\b|\\bprevent\\p{L}*|\\babout to\\b|\\bnearly\\b|\\balmost\\b|" +
    '\\bmock\\b|\\bpretend\\p{L}*|\\bmim(?:es|ing|ics)\\b|\\bwants?\\b|\\bwould\\b|\\bcould\\b|\\bshould\\b|\\bwill\\b|\\bmight\\b|\\bmay\\b|\\bdreams?\\b|\\bimagin\\p{L}+|' +
    '\\bwish\\p{L}*|\\bremember\\p{L}*|\\bthreaten\\p{L}*|\\boffers? to\\b|\\brefuses\\b|\\bwatch(?:es|ing)\\b|\\bsees\\b|\\blooks? at\\b|\\bhears?\\b|\\blistens?\\b|\\bnotices?\\b|\\bfinds?\\b|\\basks?\\b|\\btells?\\b|' +
    '\\bas if\\b|\\blike a\\b|\\bphoto(?:graph)?s?\\b|\\bpicture\\b|\\bposter\\b|\\btelevision\\b|\\btv\\b|\\bvideo\\b|\\bfootage\\b|\\bpainting\\b|\\bstatue\\b|\\bscreen\\b|\\bready to\\b|\\bintend\\p{L}*)',
  'iu',
)
