using System.Globalization;

namespace Pacta.Bench;

/// <summary>Options of the command line as <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class Options(string[] args)
{
    public bool Has(string name) => Array.IndexOf(args, name) >= 0;

    public string? Text(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : otherwise;
}
