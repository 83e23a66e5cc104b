/**
 * Given names that are seldom surnames, folded: what tells `Martha, L.` from `Lindqvist, M.` Our own list of common
 * knowledge, Latin and Cyrillic.
 */
const NAMES = `aaron abigail adele adrian agnes aigerim aisha alan albert alessandro alexander alexandra alexei alfred alice alina amanda amelia amina
anastasia anatoly andreas andrei andrew angela anna anne annette antoine antonio arman arthur asel astrid barbara beatrice benjamin bernadette birgit boris
brigitte camille carl carla carlos carmen carol caroline catherine cecilia charles charlotte christina christine christopher claire claude claudia clara
daniel daniela david deborah denis diana diane dina dinara dmitri dmitry dominique donald dorothy edward ekaterina elena eleonora elisabeth elizabeth
ellen emily emma eric erik ernst esther eugene eva evelyn fatima fedor felix fiona florence frances francesca francois frank fredrik gabriel galina
genevieve george gerald gertrude giovanni giulia giuseppe gregory guillaume gulnara hannah hans harriet heather heinz helen helena helene helga henri
henrik hilda hugo ian igor ilya inga ingrid irene irina isabel isabelle ivan jacqueline jacques james jane janet jean jeanne jennifer jessica joan joanna
johann johanna johannes john jonas jonathan jorge jose joseph juan julia julie juliette jurgen karen karin karl katarina katherine kathleen katja kirsten
klaus konstantin kristina larisa lars laura leonid lilian linda lisa louise lucia lucie ludmila ludwig luis luisa madina magdalena marco marcus
margaret margarita maria marianne marie marina mario marlene martha mathilde matthew maureen maxim melanie melissa michael michel michele michelle miguel
mikhail monica monika nadezhda nadia nancy natalia natalie natasha nathalie nicholas nicolas nicole nikolai nina nora oleg olga oliver olivia oscar pablo
pamela patricia patrick paul paula pavel pedro peter petra philippe pierre rachel raisa rebecca regina renate rene richard rita robert roberto rosa rose
roza ruslan ruth sandra sara sarah saule sebastian sergei sergey sharon sofia sonia sophie stefan stefano stephanie stephen steven susan susanne suzanne
svetlana sylvia tamara tatiana teresa theresa thierry thomas timothy tomas ulrich ulrike ursula valentina valeria vera veronica victor victoria viktor
vincent vladimir walter wanda werner wilhelm william wolfgang xavier yelena yulia yuri yves zhanna zoe
александр александра алексей алина алия алмас анастасия анатолий андрей анна антон аркадий артем асель афанасий борис вадим валентин валентина валерий
варвара вера виктор виктория виталий владимир владислав всеволод вячеслав галина геннадий георгий григорий гульнара дарья денис динара дмитрий евгений
евгения екатерина елена елизавета захар зинаида зоя иван игорь илья инна иосиф ирина кирилл клавдия константин ксения лариса леонид лидия любовь людмила
мадина максим маргарита марина мария михаил надежда наталья наталия никита николай нина оксана олег ольга павел пётр петр полина раиса руслан светлана
семен сергей софья станислав степан тамара татьяна тимофей федор эдуард юлия юрий яна ярослав`

const forenames = new Set(NAMES.split(/\s+/))

/** Whether a folded word is a given name that is seldom a surname. */
export function isForename(folded: string): boolean {
  return forenames.has(folded)
}
