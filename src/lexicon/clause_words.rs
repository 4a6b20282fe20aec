//! The small words of clauses, and the nouns and verbs that a construction turns on: each list is a
//! [`Tags`], its words in folded form. Verbs of speech, of commitment, of wishes and so on are not
//! here but in `assets/tables/verbs.tsv`.

use super::facts::Facts;
use super::index::IndexBuilder;
use super::tags::Tags;

/// The lists.
const WORDS: &[(Tags, &str)] = &[
    // Verbs and what stands around them.
    (Tags::MODAL, "will shall would wont"),
    (Tags::OUGHT, "should must ought may might can could cannot"),
    (Tags::BE, "is are am was were be been being"),
    (Tags::HAVE, "has have had having do does did"),
    (Tags::STAY, "stands stand stood standing remains remain remained remaining stays stay stayed"),
    (Tags::NEGATION, "not never no neither nor wont cannot cant without"),
    (
        Tags::ADVERB,
        "also always further still now soon therefore again thus all both each together never not ever even \
         hereby thereby then just once more very however nevertheless nonetheless instead finally later meanwhile today yesterday tomorrow tonight first likewise moreover already indeed \
         themselves itself himself herself ourselves",
    ),
    (
        Tags::PREPOSITION,
        "of in on at for with from by to between among towards toward against under over through during \
         after before within without into about across regarding concerning amid via including upon despite off along near inside outside around beyond",
    ),
    (Tags::DETERMINER, "the a an this these those its their his her our my your"),
    (Tags::PRONOUN, "he she it they we i both"),
    (Tags::JOINER, "and or but"),
    (Tags::OPEN, "if whether how when where what unless until once before after"),
    (Tags::ASIDE, "while whereas although though because since as so why adding saying"),
    (Tags::RELATIVE, "which who whom whose that"),
    // Those who can be bound.
    (Tags::COUNT, "two both three four five"),
    (
        Tags::SIDES,
        "sides parties countries governments states nations leaders ministers presidents delegations \
         participants members counterparts interlocutors heads ambassadors secretaries ministries chiefs \
         premiers delegates diplomats principals officials peoples allies envoys negotiators representatives monarchs \
         pair duo trio neighbors neighbours men women",
    ),
    (
        Tags::BODY,
        "side government administration delegation ministry parliament authorities leadership cabinet \
         embassy state nation country commission council secretariat team military army navy troops police forces people \
         republic kingdom union governments officials minister ministers president leader leaders congress \
         senate presidency agencies institutions departments offices embassies chairpersonship chairmanship mission bank fund organization organisation agency office \
         department authority assembly treasury community alliance service coastguard sultanate emirate federation \
         principality bloc grouping league lender guard railways customs",
    ),
    (
        Tags::COMPANY,
        "team delegation partners counterpart counterparts colleague colleagues allies homologue",
    ),
    (
        Tags::OUTSIDER,
        "analysts analyst experts expert observers sources source critics reports media commentators findings \
         assessments assessment estimates estimate forecasts forecast polls poll surveys survey researchers \
         economists economist pundits historians scholars professor academics activists residents witnesses",
    ),
    // What is announced rather than undertaken.
    (Tags::MOVE, "visit travel arrive depart attend participate meet go fly leave tour accompany"),
    (
        Tags::PROGRAMME,
        "chair deliver discuss speak address receive host join stop talk greet welcome brief represent \
         consult exchange underscore highlight lead hold give raise stay sign lay begin return engage \
         presented handed attended accompanied received represented greeted welcomed headed chaired",
    ),
    (
        Tags::NO_ACT,
        "square compete vie like have need benefit face see believe win lose prevail succeed triumph collapse hopefully become mark suffer likely probably possibly reportedly \
         miss forget remember cherish treasure enjoy regret",
    ),
    (
        Tags::DELIVERED,
        "paid delivered opened granted provided sent given shared built completed extended put submitted lifted \
         allocated established launched released arranged handed transferred implemented settled financed funded \
         increased created formed dispatched deployed installed introduced returned resumed published brought \
         doubled exempted waived reduced abolished appointed supplied donated offered reopened channelled channeled \
         freed released pardoned protected punished investigated prosecuted tried extradited evacuated rebuilt \
         scrapped dropped eased tightened renewed withdrawn removed destroyed dismantled compensated reimbursed \
         conducted trained stationed shipped delivered upgraded renovated repaired finalized finalised raised cut signed sealed formalized formalised concluded made",
    ),
    (
        Tags::FUNDS,
        "funding aid assistance support grant grants slots scholarships package contribution loan loans \
         donation investment investments relief funds donations credit credits package packages subsidy subsidies scholarship bailout",
    ),
    (
        Tags::SENT,
        "delegation team teams experts mission engineers technicians specialists instructors advisers \
         advisors doctors medics nurses teachers trainers observers monitors peacekeepers contingent \
         batch shipments vaccines doses tanks jets missiles vehicles equipment supplies aid assistance shipment consignment ships aircraft vessels troops",
    ),
    (
        Tags::BOND,
        "contact touch partner partners friend friends ally allies brother brothers neighbor neighbour supporter host member \
         contributor guarantor advocate champion voice bridge mediator sponsor",
    ),
    (
        Tags::MEANS,
        "forces troops army military navy fleet operation operations offensive tariffs tariff duties sanctions \
         sanction restrictions embargo agencies authorities experts teams team officials negotiators embassy \
         consulate guards soldiers peacekeepers rangers investigators instructors trainers specialists doctors medics \
         warships ships frigates jets planes aircraft helicopters railways border borders checkpoints prosecutor prosecutors police inspectors engineers diplomats envoys",
    ),
    // What governments set going, and how it goes: "the border will reopen".
    (
        Tags::WORKS,
        "border borders frontier frontiers crossing crossings post posts checkpoint checkpoints embassy embassies \
         consulate consulates mission missions office offices flight flights service services route routes road \
         roads line lines bridge port ports airport airports airspace corridor pipeline pipelines supplies supply \
         deliveries shipments imports exports ban bans embargo embargoes sanctions tariffs duties quota quotas \
         visas visa aid payments patrols exercises exercise drills drill work works construction project projects \
         programme programmes program programs checks inspections trains train ferry ferries buses convoys \
         operations operation talks negotiations consultations cooperation repatriation deportations \
         withdrawal pullout deployment dialogue dialogues hotline hotlines contacts exchanges dredging demarcation demining fence base bases plant trade fund lending",
    ),
    (
        Tags::GOES,
        "reopen resume restart start begin commence open close pause cease end stop continue remain stay run \
         operate fly flow sail expire",
    ),
    (
        Tags::FIRM,
        "firm strong unwavering ironclad unshakable unshakeable steadfast absolute clear solid unchanged",
    ),
    (
        Tags::OTHERS,
        "opposition rebel rebels separatist breakaway rival insurgent guerrilla militant militants exiled shadow \
         former provincial municipal",
    ),
    (Tags::COURTESY, "have note welcome hear learn know say report greet announce inform be"),
    (
        Tags::EVENT,
        "held needed required followed remembered based seen affected expected known submerged flooded hit hurt \
         harmed damaged tested strained lost killed drowned threatened displaced undermined weakened overwhelmed \
         inundated devastated jeopardized jeopardised endangered hampered",
    ),
    // What is undertaken.
    (
        Tags::ACT,
        "holding opening launch launching roadmap plan programme program measures steps schedule exchange \
         ceasefire truce meeting round visit start setting timetable mechanism working date dates",
    ),
    (
        Tags::VIEW,
        "importance need necessity significance value urgency view principle principles usefulness \
         desirability relevance role utility",
    ),
    (
        Tags::HELP,
        "support assistance cooperation help aid backing protection solidarity commitment readiness use access \
         training passage expertise relief",
    ),
    (Tags::ATTEMPT, "strive seek endeavor endeavour try aim attempt consider explore examine study look"),
    (Tags::WHOLE, "everything all every no nothing necessary"),
    (
        Tags::INSTRUMENT,
        "agreement agreements treaty treaties memorandum mou mous protocol convention roadmap fund facility \
         committee committees commission group forum mechanism programme program plan statement declaration \
         contract charter framework platform accord pact deal truce ceasefire",
    ),
    (
        Tags::AREA,
        "relations relationship ties cooperation friendship partnership dialogue contacts communication \
         coordination collaboration exchanges engagement stability peace trust policy interests level heights",
    ),
    // What a report says of undertakings.
    (
        Tags::DEALS,
        "welcomed welcomes welcome applauded applauds appreciated appreciates thanked thanks praised praises \
         commended commends hailed hails acknowledged acknowledges recognized recognizes recognised lauded \
         valued values saluted discussed discusses asked asks urged urges described describes questioned \
         criticized criticised responded reported reports recalled recalls rejected rejects cited cites",
    ),
    (
        Tags::REPORT,
        "adding saying noting stressing emphasizing emphasising underlining underscoring pointing calling \
         urging expressing thanking voicing reiterating reaffirming highlighting stating recalling \
         describing warning",
    ),
    (Tags::ADJECTIVE, "shared agreed committed determined valued respected promised"),
    (Tags::CONVICTION, "confident convinced hopeful optimistic sure likely certain confidence conviction"),
];

/// Reads the lists.
pub(super) fn read(index: &mut IndexBuilder) {
    for &(tag, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            index.note(word, |facts: &mut Facts| facts.tags = facts.tags | tag);
        }
    }
}
