import type { Gender } from '../../../src-preload/contract/words.ts'

/** A kind of part: how a script speaks of it, and how people who play it are described, in other words than the script's. */
export interface PartKind {
  readonly name: string
  readonly gender: Gender
  /** The ages such a part has. */
  readonly ages: readonly [number, number]
  /** Skills that such people tend to have, by the keys of `skillsMade`. */
  readonly skills: readonly string[]
  readonly script: readonly string[]
  readonly bios: readonly string[]
  readonly parts: readonly string[]
}

/** Kinds of parts that are apart from each other, so that who is right for one is wrong for the others. */
export const partKinds: readonly PartKind[] = [
  {
    name: 'INSPECTOR', gender: 'male', ages: [36, 56], skills: ['motorcycle', 'rifle'],
    script: ['A worn-out policeman who refuses bribes and sleeps in his office.', 'He has not closed a case since his partner died and drinks tea all night over old files.'],
    bios: ['Often cast as the weary cop with a conscience. Spent a month at a thana before his first film.', 'Known for upright officers who carry a grief. Quiet, exact, a little broken.', 'Police parts follow him: the honest daroga, the jaded detective of the crime branch.'],
    parts: ['Sub-inspector Rane', 'Detective of the crime branch', 'Honest thanedar'],
  },
  {
    name: 'WRESTLER', gender: 'male', ages: [24, 44], skills: ['wrestling', 'lathi'],
    script: ['A village fighter who trains in the mud pit before dawn and fears only his coach.', 'He lifts other men like sacks and cannot read a letter.'],
    bios: ['Grew up in an akhara and fought dangals until twenty-six. Thick neck, gentle voice.', 'A pehlwan of the old school who came to acting through a film on kushti.', 'Broad, earthy, moves like somebody who has thrown men for a living.'],
    parts: ['The pehlwan', 'Dangal champion', 'Coach at the akhara'],
  },
  {
    name: 'TEMPLE DANCER', gender: 'female', ages: [20, 36], skills: ['bharatanatyam', 'singing'],
    script: ['She has danced for the deity since she was seven and is asked to stop.', 'Her feet keep the beat even when she sits at the accounts.'],
    bios: ['Fifteen years of classical dance, arangetram at twelve, and now films that need real abhinaya.', 'A trained dancer with stillness in the eyes and lightning in the feet.', 'Performs solo recitals in temples and sabhas; acts as she dances, from the breath.'],
    parts: ['The devadasi', 'Classical dancer', 'Dance guru’s daughter'],
  },
  {
    name: 'FOLK SINGER', gender: 'female', ages: [25, 45], skills: ['lavani', 'singing'],
    script: ['The star of a travelling troupe who mocks ministers from the stage.', 'Men throw money at her feet and she counts it aloud.'],
    bios: ['Tamasha is in the family: grandmother, mother, and now she, with a tongue like a whip.', 'Bold stage performer of Lavani nights, adored in the small towns.', 'Fearless with a crowd, sings live, answers hecklers in verse.'],
    parts: ['The lavani queen', 'Tamasha artiste', 'Leader of the phad'],
  },
  {
    name: 'GRANDMOTHER', gender: 'female', ages: [60, 80], skills: ['cooking', 'storytelling'],
    script: ['The old woman of the house who cheats at cards and hides sweets in the rice.', 'Her jokes make the priest blush.'],
    bios: ['Everybody’s naughty dadi, with comic timing honed in forty years of radio plays.', 'Plays eccentric nanis who rule the kitchen and make the unit laugh.', 'Silver hair, mischievous eyes, and the best deadpan in the business.'],
    parts: ['Dadi', 'The grandmother who gambles', 'Nani of the mohalla'],
  },
  {
    name: 'GANGSTER', gender: 'male', ages: [40, 60], skills: ['rifle', 'driving'],
    script: ['He runs the docks and never raises his voice.', 'People leave the room when he folds his handkerchief.'],
    bios: ['Villains of few words are his trade; his whisper has ended many a hero.', 'Menacing without effort, called for dons of the underworld and corrupt builders.', 'A soft-spoken antagonist who frightens by listening.'],
    parts: ['Don of the docks', 'The builder’s henchman', 'Bhai'],
  },
  {
    name: 'SURGEON', gender: 'female', ages: [34, 52], skills: ['driving', 'swimming'],
    script: ['She operates for eleven hours and then tells the family herself.', 'Her hands are steady, her marriage is not.'],
    bios: ['A qualified physician who left the ward for the stage; her hospital scenes need no adviser.', 'Convincing in white coats: doctors, matrons, heads of medical colleges.', 'Cool, precise, humane. MBBS before drama school.'],
    parts: ['Dr Fernandes', 'Head of the emergency ward', 'Army physician'],
  },
  {
    name: 'STUDENT', gender: 'male', ages: [18, 25], skills: ['guitar', 'cricket'],
    script: ['He shares a room with three others and owes money to all of them.', 'The exam is tomorrow and he is building a kite.'],
    bios: ['Fresh from campus plays, a natural for hostel comedies and first love.', 'Young, quick, irreverent; half his showreel is pranks in a college canteen.', 'A boy next door with a loose grin, straight from inter-college theatre.'],
    parts: ['Hostel roommate', 'First-year student', 'The topper’s best friend'],
  },
  {
    name: 'FISHERMAN', gender: 'male', ages: [38, 58], skills: ['swimming', 'rowing'],
    script: ['The sea took his brother and he goes out every night all the same.', 'He mends nets and speaks to nobody.'],
    bios: ['Son of a boat family; hands that know rope, a face that knows salt.', 'Cast in coastal stories as the silent man with the oar.', 'Quiet widowers, boatmen, men of the shore: that is his country.'],
    parts: ['Old boatman', 'Man of the koliwada', 'The net mender'],
  },
  {
    name: 'LAWYER', gender: 'female', ages: [30, 50], skills: ['driving', 'poetry'],
    script: ['She argues before the bench as if it were a kitchen quarrel, and wins.', 'Nobody has seen her lose her temper in a courtroom.'],
    bios: ['Sharp-tongued advocates and public prosecutors, always a step ahead of the dialogue.', 'Studied law before acting; rattles off sections of the code without blinking.', 'Brings wit and steel to legal dramas.'],
    parts: ['Public prosecutor', 'Advocate Sinha', 'The junior at the high court'],
  },
  {
    name: 'SOLDIER', gender: 'male', ages: [24, 40], skills: ['rifle', 'horse', 'motorcycle'],
    script: ['Back from the border with a limp and a medal he will not wear.', 'He wakes at four and folds his blanket to the inch.'],
    bios: ['An ex-cadet with the bearing to match: jawans, captains, men of the regiment.', 'Served five years before acting; knows drill, knows silence.', 'Military parts sit on him like a uniform.'],
    parts: ['Captain Rathore', 'Jawan at the post', 'The major’s driver'],
  },
  {
    name: 'BRIDE', gender: 'female', ages: [19, 30], skills: ['kathak', 'cycling'],
    script: ['On the night before the wedding she climbs out of the window with a bicycle pump.', 'She laughs when she should weep and the aunts notice.'],
    bios: ['Heroines with a spark: runaway daughters, small-town dreamers, dulhans with doubts.', 'Luminous in romances, best when the girl says no.', 'A bubbly lead with a streak of rebellion.'],
    parts: ['Runaway bride', 'The tailor’s daughter', 'Small-town heroine'],
  },
  {
    name: 'LANDLORD', gender: 'male', ages: [48, 68], skills: ['horse', 'sword'],
    script: ['Forty villages once bowed to him; now he sells the chandeliers one by one.', 'He still dresses for dinner.'],
    bios: ['Zamindars, faded rajas and patriarchs with a cane: period drama is his home.', 'Aristocratic bearing, a voice for courts and havelis.', 'Plays men of old money who have lost all but manners.'],
    parts: ['Thakur of the haveli', 'The last nawab', 'Zamindar'],
  },
  {
    name: 'TEACHER', gender: 'female', ages: [32, 54], skills: ['sign', 'storytelling'],
    script: ['She walks nine kilometres to a school with one wall.', 'The children learn sums from her with tamarind seeds.'],
    bios: ['Gentle masterjis and stern principals alike have come her way, mostly in village films.', 'Taught in a primary school for a decade; children follow her on set.', 'Warm, patient, with chalk on her fingers even in life.'],
    parts: ['Schoolmistress', 'Headmistress of the village school', 'Tutor'],
  },
  {
    name: 'STREET THIEF', gender: 'male', ages: [16, 26], skills: ['parkour', 'rap'],
    script: ['He picks pockets at the station and shares with the blind old man.', 'Nobody has ever outrun him over the roofs.'],
    bios: ['Tapori to the bone, raised in a chawl, speaks the slang of the tracks.', 'Street-smart, lithe, does his own jumps; discovered beatboxing at a signal.', 'Plays pickpockets, runners and lovable loafers.'],
    parts: ['Pickpocket', 'Chawl ka launda', 'The runner'],
  },
  {
    name: 'EXECUTIVE', gender: 'female', ages: [32, 48], skills: ['driving', 'horse'],
    script: ['She buys the company on Monday and fires her brother on Tuesday.', 'Her assistant carries two phones and a spare pair of heels.'],
    bios: ['Polished women of the boardroom, upper class to the vowel.', 'Corporate chiefs, ambassadors, society hostesses: impeccable and icy.', 'Cosmopolitan, urbane, at ease in a silk sari or a suit.'],
    parts: ['Chief executive', 'Heiress', 'The investor'],
  },
]
