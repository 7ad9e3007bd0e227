using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Pacta.Model.Agreements;
using Pacta.Temporal.Formulas;
using Pacta.Translation.Histories;
using Pacta.Translation.Logs;
using Pacta.Translation.Norms;
using Pacta.Translation.Times;
using F = Pacta.Temporal.Formulas;

namespace Pacta.Translation.Formulas;

/// <summary>
/// The sentence of one unit as a formula that is satisfied wherever somebody is not consistent with it. The formula says which events it needs; the log
/// has no others.
/// </summary>
internal sealed partial class Translator
{
    public const string Result = "not_consistent";

    /// <summary>The columns of a verdict, in alphabetical order: the one order in which every monitor prints them.</summary>
    public const string Bearer = "bearer";

    public const string Period = "period";
    public const string Thing = "thing";
    public const string Toward = "to_whom";
    public const string Trigger = "trigger";

    private readonly Norm _norm;
    private readonly ToldHistory _history;
    private readonly Agreement _agreement;
    private readonly Perspective? _perspective;
    private readonly LogBook _book;
    private readonly Dates _dates;
    private readonly bool _isWithFractions;

    /// <summary>Where the log begins: with the first report, or with the agreement if that is earlier.</summary>
    private readonly Instant _start;

    private int _fresh;

    /// <summary>At which moment of the formula we are: what is told of an event is told at its own.</summary>
    private int _moment;

    private int _moments;

    private Translator(Norm norm, ToldHistory history, Perspective? perspective, bool isWithFractions)
    {
        _norm = norm;
        _history = history;
        _agreement = history.Agreement;
        _perspective = perspective;
        _isWithFractions = isWithFractions;
        _dates = new Dates(_agreement);
        _start = history.Facts.Select(f => f.At).Concat(BeginningsInForce()).Append(history.Through).Min();
        _book = new LogBook(history.Through, _start, history.IsFine);
    }

    /// <exception cref="ObstacleException">Something stands in the way; it says what.</exception>
    public static (Formula Formula, ImmutableArray<string> Columns, LogBook Book) Translate(Norm norm, ToldHistory history, Perspective? perspective)
    {
        try
        {
            return Translate(isWithFractions: false);
        }
        catch (FractionException)
        {
            return Translate(isWithFractions: true);
        }
        catch (UnsafeException)
        {
            throw NoForm(norm.Sentence.Text);
        }

        (Formula, ImmutableArray<string>, LogBook) Translate(bool isWithFractions) => new Translator(norm, history, perspective, isWithFractions).Translate();
    }

    private (Formula Formula, ImmutableArray<string> Columns, LogBook Book) Translate()
    {
        Require(_norm.Clause.Status.Disputed || _agreement.Status.Disputed, Obstacle.Disputed, _norm.Name);
        Require(_norm.Path.EndsWith("/otherwise", StringComparison.Ordinal), Obstacle.OtherClause, _norm.Sentence.Text);
        Require(_norm.Sentence.Modality is Modality.May or Modality.Power, Obstacle.NothingRuledOut, _norm.Sentence.Text);
        RequireFixedMembers();
        var formula = (_norm.Sentence.Modality, _norm.Sentence.Act) switch
        {
            (Modality.Must, DoAct act) => Duty(act),
            (Modality.MustNot, DoAct act) => Prohibition(act),
            (_, KeepAct) => Keeping(),
            (Modality.MustNot, HaveAct act) => NotHaving(act),
            _ => throw new ObstacleException(Obstacle.Form, _norm.Sentence.Text),
        };
        ImmutableArray<string> columns = [.. FreeVariables.Of(formula).Order(StringComparer.Ordinal)];
        // The name gives the columns their order, whatever order a monitor would find in the formula itself.
        return (new Let(Result, columns, formula, new Atom(Result, [.. columns.Select(c => (F.Term)new Variable(c))]), IsRecursive: false), columns, _book);
    }

    /// <summary>Of several who are bound together there is one instance as long as they are the same.</summary>
    private void RequireFixedMembers()
    {
        if (!Subject.Together)
        {
            return;
        }

        var isWithNames = Subject.Each is null && Subject.Names.All(n => n is VariableArgument or ActorArgument { IsGroup: false });
        var isDuty = _norm.Sentence is { Modality: Modality.Must, Act: DoAct };
        var isKeeping = _norm.Sentence.Act is KeepAct;
        Require((!isDuty || !isWithNames) && !isKeeping, Obstacle.Joint, Subject.Text);
        Require(isKeeping && _agreement.Participations.Length > 0, Obstacle.Joint, Subject.Text);
        var first = _history.Facts.Select(f => f.At).DefaultIfEmpty(_history.Through).Min();
        var groups = Subject.Names.OfType<ActorArgument>().Where(a => a.IsGroup).SelectMany(a => MembersOf(a.Name, Instant.MinValue, Instant.MaxValue, isDeep: true));
        var changes = _agreement.Parties.SelectMany(Flattened).Concat(groups).SelectMany(s => new[] { s.From, s.To });
        Require(isKeeping && changes.Any(c => c > first && c <= _history.Through), Obstacle.Joint, Subject.Text);
    }

    private static void Require(bool isInTheWay, Obstacle obstacle, string detail)
    {
        if (isInTheWay)
        {
            throw new ObstacleException(obstacle, detail);
        }
    }

    private static ObstacleException NoForm(string text) => new(Obstacle.Form, text);

    private Variable Fresh(string name) => new(string.Create(CultureInfo.InvariantCulture, $"{name}_{++_fresh}"));

    private static F.Term Text(string text) => new Constant(new TextValue(text));

    private F.Term Seconds(long seconds) => new Constant(_book.Stamp(seconds));

    private static Comparison Equal(F.Term left, F.Term right) => new(ComparisonOperator.Equal, left, right);

    private static Comparison LessOrEqual(F.Term left, F.Term right) => new(ComparisonOperator.LessOrEqual, left, right);

    private static Comparison Less(F.Term left, F.Term right) => new(ComparisonOperator.Less, left, right);

    /// <summary>The same, at another moment of the formula.</summary>
    private T AtAnotherMoment<T>(Func<T> make)
    {
        var before = _moment;
        _moment = ++_moments;
        try
        {
            return make();
        }
        finally
        {
            _moment = before;
        }
    }

    private static Formula Either(IEnumerable<Formula> formulas) => formulas.Aggregate((all, next) => new Or(all, next));

    /// <summary>Names with other characters than letters, digits and underscores are made into such.</summary>
    private static string NameOf(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));

    private IEnumerable<Instant> BeginningsInForce() => InForce().Select(s => s.From).Where(f => f > Instant.MinValue);

    /// <summary>A part can only stand beside what binds its variables.</summary>
    private sealed class UnsafeException : Exception;

    /// <summary>A number is not whole: then all numbers of the formula have fractions.</summary>
    private sealed class FractionException : Exception;
}
