using Pacta.Model.Diagnostics;

namespace Pacta.Cli.Inputs;

/// <summary>What can be wrong with a certificate: PACTA093x.</summary>
internal static class CertificateErrors
{
    public static Diagnostic NotACertificate(string path, string why) => Error(
        "PACTA0930", $"“{path}” is no certificate, or damaged: {why}.",
        "Name a file that pacta explain --certificate has written. If it came by mail or was edited, ask for it again.", "pacta verify certificate.json");

    public static Diagnostic OtherSchema(string path, string schema) => Error(
        "PACTA0931", $"“{path}” is a certificate of another schema, {schema}; this version reads {Certificates.Certificate.Schema}.",
        "Verify it with the version of Pacta that is named in it, as “pacta”.");

    public static Diagnostic DoesNotReplay(string id) => Error(
        "PACTA0932", $"No certificate of {id} can be written: from the same reports it is not found again.",
        "Leave out what else the run has: name the agreement's own files, and no other. If that does not help, please report it as a fault of Pacta.");

    private static Diagnostic Error(string code, string headline, string help, string? example = null) => new(code, Severity.Error, headline, [], help, example);
}
