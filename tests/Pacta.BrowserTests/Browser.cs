using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace Pacta.BrowserTests;

/// <summary>
/// The browser that is there, started once for all tests. Where there is none, tests that need it are skipped and say why; with
/// PACTA_BROWSER=required they fail instead.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
    ];

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The text of the accessibility rules, injected into pages; null if they are not installed.</summary>
    public string? Rules { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Rules = FindRules();
        if (FindProgram() is { } program)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page with no size or medium of its own; the test is skipped if there is no browser.</summary>
    public async Task<IPage> Open(BrowserNewContextOptions options)
    {
        Need(_browser, "no browser: install chromium, or name one with PACTA_CHROMIUM");
        Need(Rules, "no accessibility rules: run npm ci in tests/Pacta.BrowserTests");
        var context = await _browser.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    private static void Need([NotNull] object? thing, string reason)
    {
        if (thing is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PACTA_BROWSER") == "required", reason);
            Assert.Fail(reason);
        }
    }

    private static string? FindProgram() => Environment.GetEnvironmentVariable("PACTA_CHROMIUM") is { } named
        ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Programs.Select(p => Path.Combine(folder, p)))
            .FirstOrDefault(File.Exists);

    /// <summary>The rules stand beside this project, put there by npm.</summary>
    private static string? FindRules()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var rules = Path.Combine(folder.FullName, "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(rules))
            {
                return rules;
            }
        }

        return null;
    }
}
