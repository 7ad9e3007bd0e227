using System.Runtime;
using Pacta.Cli.Hosting;

namespace Pacta.Tests.Cli;

/// <summary>When memory is not looked through while a large file is checked.</summary>
public sealed class LargeInputTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_large_file_is_one_until_it_is_disposed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere it is not known whether more memory may be asked for than is used.");
        FileOf(64L << 20);

        using (var large = LargeInput.Of([_file]))
        {
            Assert.NotNull(large);
            Assert.Null(LargeInput.Of([_file])); // one at a time
        }

        Assert.NotEqual(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
    }

    [Fact]
    public void What_is_small_or_no_file_or_takes_more_than_there_is_is_as_usual()
    {
        FileOf(1 << 20);

        Assert.Null(LargeInput.Of([_file, "-", string.Empty, Path.GetTempPath(), "no\0file"]));
        Assert.Null(LargeInput.Of([]));
        FileOf(1L << 40);
        Assert.Null(LargeInput.Of([_file]));
    }

    /// <summary>As long as that, with nothing in it: no room is taken on the disk.</summary>
    private void FileOf(long bytes)
    {
        using var file = File.Create(_file);
        file.SetLength(bytes);
    }
}
