namespace Pacta.Tests.Cli;

/// <summary><c>pacta format</c>: files in their canonical layout.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Loose = "actor   aland // a State\nactor borland\n";
    private const string LaidOut = "actor aland  // a State\nactor borland\n";

    private readonly Command _command = new();

    [Fact]
    public void A_file_is_laid_out_in_its_place_and_then_stays_as_it_is()
    {
        _command.Write("names.pacta", Loose);

        Assert.Equal(new Ran(0, "names.pacta\n1 of 1 file laid out anew.\n", string.Empty), _command.Run("format", "@names.pacta"));
        Assert.Equal(LaidOut, _command.Read("names.pacta"));
        Assert.Equal(new Ran(0, "The file is laid out as it should be.\n", string.Empty), _command.Run("format", "@names.pacta"));
    }

    [Fact]
    public void A_check_writes_nothing_and_names_the_line()
    {
        _command.Write("names.pacta", LaidOut + Loose);
        _command.Write("good.pacta", LaidOut);

        Assert.Equal(new Ran(1, "names.pacta:3\n1 of 2 files to be laid out anew.\n", string.Empty), _command.Run("format", "--check", "@names.pacta", "@good.pacta"));
        Assert.Equal(LaidOut + Loose, _command.Read("names.pacta"));
        Assert.Equal(new Ran(0, "The file is laid out as it should be.\n", string.Empty), _command.Run("format", "--check", "@good.pacta"));
    }

    [Fact]
    public void In_a_folder_all_files_are_meant_at_whatever_depth()
    {
        Directory.CreateDirectory(_command.PathOf("all/below"));
        _command.Write("all/one.pacta", Loose);
        _command.Write("all/below/two.pacta", Loose);
        _command.Write("all/notes.txt", Loose);

        var ran = _command.Run("format", "@all");

        Assert.Equal((0, 3), (ran.ExitCode, ran.Output.Count(c => c == '\n')));
        Assert.Equal((LaidOut, LaidOut, Loose), (_command.Read("all/one.pacta"), _command.Read("all/below/two.pacta"), _command.Read("all/notes.txt")));
        Directory.CreateDirectory(_command.PathOf("none"));
        Assert.Equal("There is no file that ends with .pacta.\n", _command.Run("format", "@none").Output);
    }

    [Fact]
    public void Standard_input_is_written_to_standard_output()
    {
        Assert.Equal(new Ran(0, LaidOut, string.Empty), _command.RunWithInput(Loose, "format", "-"));
        Assert.Equal(new Ran(1, string.Empty, string.Empty), _command.RunWithInput(Loose, "format", "-", "--check"));
    }

    [Fact]
    public void A_file_with_mistakes_is_told_and_left_as_it_is_and_the_others_are_laid_out()
    {
        _command.Write("wrong.pacta", "actor\n");
        _command.Write("names.pacta", Loose);

        var ran = _command.Run("format", "@wrong.pacta", "@names.pacta", "@nowhere.pacta");

        Assert.Equal((2, "names.pacta\n1 of 3 files laid out anew.\n"), (ran.ExitCode, ran.Output));
        Assert.Contains("wrong.pacta:1", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("nowhere.pacta", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(("actor\n", LaidOut), (_command.Read("wrong.pacta"), _command.Read("names.pacta")));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_Windows_stay()
    {
        _command.Write("names.pacta", "\ufeffactor   aland\r\nactor borland\r\n");

        Assert.Equal(0, _command.Run("format", "@names.pacta").ExitCode);

        Assert.Equal([0xef, 0xbb, 0xbf, .. "actor aland\r\nactor borland\r\n"u8], File.ReadAllBytes(_command.PathOf("names.pacta")));
    }

    public void Dispose() => _command.Dispose();
}
