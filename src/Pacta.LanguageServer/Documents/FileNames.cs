using System.Collections.Immutable;
using Pacta.Language.Compilation;
using Pacta.Language.Lexing;
using Pacta.Language.Syntax;

namespace Pacta.LanguageServer.Documents;

/// <summary>What a file has to do with others, as far as its words tell: enough to find the files that belong together without compiling all of them.</summary>
/// <param name="Roots">Its vocabularies and agreements: others name them with <c>use</c> and <c>of</c>.</param>
/// <param name="Offered">The other names that it declares for everybody: those of its vocabularies and its file, its sources, standards and perspectives.</param>
/// <param name="Wanted">The vocabularies and agreements that it names.</param>
/// <param name="Spoken">All other words of it that may be names, less those that it declares itself.</param>
internal sealed record FileNames(
    ImmutableHashSet<string> Roots, ImmutableHashSet<string> Offered, ImmutableHashSet<string> Wanted, ImmutableHashSet<string> Spoken)
{
    public static FileNames Of(ParsedFile file)
    {
        var collector = new Collector();
        foreach (var item in file.Syntax.Items)
        {
            collector.File(item);
        }

        var text = file.Source.Content;
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Lexer.Read(text).Tokens)
        {
            if (token.IsName)
            {
                spoken.Add(text[token.Start..token.End]);
            }
        }

        spoken.ExceptWith(collector.Own);
        spoken.ExceptWith(collector.Offered);
        spoken.ExceptWith(collector.Roots);
        return new FileNames(Named(collector.Roots), Named(collector.Offered), Named(collector.Wanted), Named(spoken));
    }

    /// <summary>Without names that are missing.</summary>
    private static ImmutableHashSet<string> Named(IEnumerable<string> names) => [.. names.Where(n => n.Length > 0)];

    /// <summary>Does it declare the same things for others? Then whatever hangs on that is still right.</summary>
    public bool DeclaresAs(FileNames other) => Roots.SetEquals(other.Roots) && Offered.SetEquals(other.Offered);

    private sealed class Collector
    {
        public HashSet<string> Roots { get; } = [];

        public HashSet<string> Offered { get; } = [];

        public HashSet<string> Wanted { get; } = [];

        /// <summary>What is declared for the file itself: by its agreements, and by its scenarios.</summary>
        public HashSet<string> Own { get; } = [];

        public void File(DeclarationSyntax item)
        {
            switch (item)
            {
                case VocabularySyntax vocabulary:
                    Roots.Add(vocabulary.Name.Text);
                    foreach (var inner in vocabulary.Items)
                    {
                        Declared(inner, Offered);
                    }

                    break;
                case AgreementSyntax agreement:
                    Roots.Add(agreement.Name.Text);
                    Wanted.UnionWith(agreement.Headers.OfType<UseHeader>().SelectMany(h => h.Vocabularies).Select(v => v.Text));
                    Agreement(agreement.Items);
                    break;
                case ScenarioSyntax scenario:
                    Wanted.Add(scenario.Agreement.Text);
                    Own.UnionWith(scenario.Lines.OfType<FactSyntax>().Select(f => (f.Phrase.Head as NounArgumentSyntax)?.Label?.Text).OfType<string>());
                    break;
                case CriticismsSyntax criticisms:
                    Wanted.Add(criticisms.Agreement.Text);
                    break;
                case SourceSyntax source:
                    Offered.Add(source.Name.Text);
                    break;
                case StandardSyntax standard:
                    Offered.Add(standard.Name.Text);
                    break;
                case PerspectiveSyntax perspective:
                    Offered.Add(perspective.Name.Text);
                    break;
                default:
                    Declared(item, Offered);
                    break;
            }
        }

        private void Agreement(ImmutableArray<DeclarationSyntax> items)
        {
            foreach (var item in items)
            {
                switch (item)
                {
                    case PartSyntax part:
                        Agreement(part.Items);
                        break;
                    case ClauseSyntax clause:
                        Own.Add(clause.Name.Text);
                        break;
                    case ExceptionSyntax exception:
                        Own.Add(exception.Name.Text);
                        break;
                    default:
                        Declared(item, Own);
                        break;
                }
            }
        }

        private static void Declared(DeclarationSyntax item, HashSet<string> names)
        {
            switch (item)
            {
                case UnitSyntax unit:
                    names.Add(unit.Name.Text);
                    break;
                case ActorsSyntax actors:
                    names.UnionWith(actors.Actors.Select(a => a.Name.Text));
                    break;
                case KindSyntax kind:
                    names.UnionWith(kind.Nouns.SelectMany(Both));
                    break;
                case EventSyntax happening:
                    names.UnionWith(Both(happening.Noun));
                    break;
                case StateSyntax state:
                    names.UnionWith(Both(state.Noun));
                    break;
                case GroupSyntax group:
                    names.UnionWith(Both(group.Noun));
                    break;
                case DefineSyntax define:
                    names.UnionWith(Both(define.Noun));
                    break;
                case TableSyntax table:
                    names.Add(table.Name.Text);
                    break;
            }
        }

        private static IEnumerable<string> Both(NounSyntax noun) => noun.Plural is { } plural ? [noun.Singular.Text, plural.Text] : [noun.Singular.Text];
    }
}
