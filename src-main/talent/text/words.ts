/** Words that only greet, thank or introduce; a piece of nothing else says nothing about a person. */
const pleasantries = new Set(
  (
    'hi hello hey hii hiii helo dear sir sirji maam mam madam mam ma am ji respected good morning afternoon evening night namaste namaskar pranam namaskaram adaab salaam '
    + 'thanks thank thankyou thx you u regards warm best sincerely yours faithfully please pls plz kindly find see check my me myself i am im the details detail profile profiles below attached as discussed '
    + 'consider for any suitable role roles project projects opportunity work looking forward to working with your team here is are this it its sending sharing shared share sent send bhej raha rahi hu hoon '
    + 'fwd forwarded fw re ok okay sure in of and a an on at from new actor actress model artist talent introduction pfb pfa requirement casting team boy girl he she his her has have been be '
    + 'number no contact whatsapp mob mobile call also hai h main mera meri mai kripya dhanyavad dhanyawad shukriya aap aapka aapke se ko ka ki ke mujhe ho toh to jo aur '
    + 'नमस्ते नमस्कार सर मैम मैडम जी धन्यवाद मैं हूं हूँ है मेरा मेरी कृपया आदरणीय and or tall old years year yrs name speak speaks know knows language languages height age based contacts do let acted currently can'
  ).split(' '),
)

/** Whether a text holds only greetings and words that join. */
export const isPleasantry = (text: string): boolean =>
  text.toLowerCase().replace(/['’.]/gu, '').split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).every(word => pleasantries.has(word))

/** What is taught and learnt: a piece with one of these is training. */
export const trainingWords = /\b(?:nsd|n\.s\.d|ftii|srftii|nsd tie|msd|bnandb|bna|whistling woods|barry john|actor prepares|roshan taneja|kishore namit|kreating charakters|jeff goldberg|drama school|school of drama|film school|film institute|acting (?:school|academy|institute|course|diploma|workshop|class|studio)|adishakti|atul mongia|adil hussain workshop|zee institute|aaft|trained|training|diploma|graduate|graduated|workshops?|academy of (?:theatre|drama|performing)|ba in theatre|ma in theatre|masters in theatre|drama department)\b|प्रशिक्षण|रा\.?ना\.?वि/iu

/** What says that a piece tells of work done. */
export const creditWords = /\b(?:ads?|tvcs?|commercials?|films?|movies?|serials?|theat(?:re|er)|natak|naatak|plays?|web ?series|short films?|music videos?|episodes?|netflix|amazon prime|hotstar|sony ?liv|zee ?5|jio ?cinema|mx player|tvf|alt ?balaji|acted|featured|seen in|worked (?:in|with|on|for)|work in|role in|lead in|cameo|directed by|dir\.|dubbing|nautanki|tamasha|ramleela|ramlila)\b|नाटक|फिल्म|फ़िल्म|सीरियल|विज्ञापन/iu

/** What a person can do, by its words. */
export const skillWords = /\b(?:dance|dancer|dancing|kathak|bharat ?n?natyam|odissi|kuchipudi|mohiniyattam|lavani|garba|bhangra|contemporary|hip ?hop|b-?boying|salsa|jazz|ballet|freestyle|belly|popping|locking|krump|sing(?:ing|er)?|classical music|vocal(?:s|ist)?|gayan|guitar|piano|keyboard|tabla|flute|violin|drums?|dholak|harmonium|mridangam|sitar|swim(?:ming|mer)?|scuba|surfing|horse ?riding|ghudsawari|riding|ride a|(?:bike|scooter|car|truck|auto) (?:riding|driving)|driving|drive|motorcycle|cycling|martial arts?|karate|taekwondo|judo|boxing|kick ?boxing|mma|wrestling|kushti|kalari(?:payattu|ppayattu|payat)?|thang ?ta|gatka|fencing|sword|archery|shooting|stunts?|parkour|gymnastics?|acrobat\w*|yoga|pilates|aerial|silambam|mallakhamb|skating|skateboard\w*|skiing|football|cricket|basketball|volleyball|tennis|badminton|hockey|chess|mimicry|stand ?up|comedy|magic|juggling|ventriloquism|puppet\w*|beat ?box\w*|rap(?:ping|per)?|painting|sketching|photography|cooking|anchoring|emcee|voice ?over|rock climbing|trekking|mime)\b|नृत्य|गायन|तबला|तैराकी/iu

/** What says that a piece tells what a person asks. */
export const feeWords = /\b(?:per day|a day|per shift|\/ ?day|perday|budget|rate|charges|lakhs?|lacs?|remuneration|fees?)\b|\/day|₹/iu

/** Words by which an opening names the person: what follows is a name. */
export const introductions = /(?:\b(?:my name is|mera (?:poora )?naam|mera nam|name is|myself|this is|i am|i'm|im|profile of|details of|my details|main|introducing|pls see|meet)|नाम|मेरा नाम|मैं)\s+(?:mr\.?\s+|ms\.?\s+|mrs\.?\s+)?/giu

/** Words that no name is made of. */
export const notNames = new Set(
  (
    'hi hello hey dear sir mam maam madam the a an and or for from with actor actress model artist artiste theatre theater film films movie ad ads tvc age height contact mobile phone location city language languages '
    + 'profile details detail name experience training skills skill work done male female boy girl man woman years yrs old looking available options option mother father son daughter brother sister wife husband '
    + 'he she his her i my me we our your you is are was were am do did does not please pls thanks regards yours good morning evening fwd forwarded update audition auditions role roles casting character '
    + 'married single hair eyes fair wheatish complexion black brown lean tall settled based living currently native malayali bihari punjabi agency manager coordinator management talent per day lakh monologue introduction intro '
    + 'resume cv curriculum vitae portfolio biodata bio data personal professional objective declaration summary contact information references reference ipta prithvi nsd ftii as in on at of to ok okay sure will today tomorrow '
    + 'नमस्ते नमस्कार सर मैम जी धन्यवाद'
  ).split(' '),
)
