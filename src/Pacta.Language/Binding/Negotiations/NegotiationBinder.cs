using System.Collections.Immutable;
using Pacta.Language.Binding.Errors;
using Pacta.Language.Binding.Expressions;
using Pacta.Language.Binding.Names;
using Pacta.Language.Syntax;
using Pacta.Model.Diagnostics;
using Pacta.Model.Negotiations;

namespace Pacta.Language.Binding.Negotiations;

/// <summary>Binds a negotiation: its parties, issues and what cannot be had together.</summary>
internal sealed class NegotiationBinder
{
    private readonly NegotiationSyntax _syntax;
    private readonly ExpressionBinder _binder;
    private readonly OptionNames _names;
    private readonly List<TalkParty> _parties = [];

    private NegotiationBinder(Scope scope, NegotiationSyntax syntax)
    {
        _syntax = syntax;
        _binder = new ExpressionBinder(scope, new Variables(null), $"negotiation \"{syntax.Title.Value}\"");
        _names = new OptionNames(_binder, [.. syntax.Lines.OfType<IssueSyntax>()]);
    }

    public static ImmutableArray<Talks> BindAll(Declarations all)
    {
        var bound = ImmutableArray.CreateBuilder<Talks>();
        var first = new Dictionary<string, (Scope Scope, Identifier Name)>(StringComparer.Ordinal);
        foreach (var (scope, syntax) in all.Negotiations)
        {
            if (!first.TryAdd(syntax.Name.Text, (scope, syntax.Name)))
            {
                var other = first[syntax.Name.Text];
                all.Report(
                    scope.File, syntax.Name.Span, null, NameErrors.Duplicate(syntax.Name.Text, "a negotiation", "negotiation \"...\" as"),
                    new Label(other.Scope.File, other.Name.Span, "the first one is here"));
                continue;
            }

            bound.Add(new NegotiationBinder(scope, syntax).Bind());
        }

        return bound.ToImmutable();
    }

    private Talks Bind()
    {
        BindParties();
        var issues = _names.Declare(_syntax);
        var exclusions = _syntax.Lines.OfType<ExcludesSyntax>().Select(e => _names.Bind(e, e.Choices, () => NegotiationErrors.OneOptionOnly(isExclusion: true))).OfType<Combination>().ToImmutableArray();
        var interests = ImmutableArray.CreateBuilder<Interests>();
        foreach (var syntax in _syntax.Lines.OfType<InterestsSyntax>())
        {
            if (IsParty(syntax.Party))
            {
                if (interests.Any(i => i.Party == syntax.Party.Text))
                {
                    _binder.Report(syntax.Party, NegotiationErrors.Twice($"the interests of {syntax.Party.Text}"));
                }
                else if (new InterestsBinder(_binder, _names, issues, syntax).Bind() is { } read)
                {
                    interests.Add(read);
                }
            }
        }

        return new Talks(_syntax.Name.Text, _syntax.Title.Value, [.. _parties], issues, exclusions, interests.ToImmutable());
    }

    private void BindParties()
    {
        var named = 0;
        foreach (var name in _syntax.Lines.OfType<NegotiatingPartiesSyntax>().SelectMany(p => p.Parties))
        {
            named++;
            if (_binder.ResolveActor(name) is not { } actor)
            {
                continue;
            }

            if (_parties.Exists(p => p.Name == actor.Name))
            {
                _binder.Report(name, NegotiationErrors.PartyTwice(actor.Name));
                continue;
            }

            _parties.Add(new TalkParty(actor.Name, _binder.Scope.Find(name.Text) is ActorSymbol { Actor.FullName: var full } ? full : actor.Name));
        }

        if (named < 2)
        {
            _binder.Report(_syntax.Name, NegotiationErrors.TooFewParties(_syntax.Name.Text));
        }
    }

    private bool IsParty(Identifier name)
    {
        if (name.IsMissing || _parties.Exists(p => p.Name == name.Text))
        {
            return !name.IsMissing;
        }

        List<string> names = [.. _syntax.Lines.OfType<NegotiatingPartiesSyntax>().SelectMany(p => p.Parties).Select(p => p.Text)];
        if (!names.Contains(name.Text))
        {
            _binder.Report(name, NegotiationErrors.NoParty(name.Text, names, Suggestion.For(_binder.Scope.File, name, names)));
        }

        return false;
    }
}
